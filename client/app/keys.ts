/** Keys of the page. They rest while somebody types, and leave a focused control its own keys. */

/** Calls what `keys` names for a key that was pressed alone. Returns how to stop listening. */
export function listenForKeys(keys: Readonly<Record<string, () => void>>): () => void {
  function press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const action = keys[event.key.toLowerCase()];
    if (action === undefined || belongsToControl(event)) return;
    event.preventDefault();
    action();
  }
  addEventListener("keydown", press);
  return () => removeEventListener("keydown", press);
}

function belongsToControl(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.matches("input:not([type=radio]), textarea, select")) {
    return true;
  }
  return event.key === " " && target.matches("button, a, summary, input");
}
