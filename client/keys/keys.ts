/**
 * Keys. Whoever listens to some tells their names with them, so the sheet of keys (?) shows what there is
 * and nothing else. To add one of the whole page: client/app/page-keys.ts. To add some that count only
 * inside a part, such as the log: `listenForKeys` on the part's own element, or `PartKeys` (part-keys.ts)
 * where somebody else listens (an editor has a keymap of its own).
 */

/** A key, as the sheet shows it. */
export type NamedKey = {
  /** As `KeyboardEvent.key` has it: `c`, `[`, `?`, ` `, `ArrowDown`. */
  key: string;
  /** What it does, in a few words. */
  name: string;
};

/** A key and what it does. */
export type Key = NamedKey & { act: () => void };

/** Keys that count in one place. */
export type KeyGroup = { where: string; keys: readonly NamedKey[] };

const told = new Set<KeyGroup>();

/** The keys that do something now, those of the page first; each place once. */
export function shownKeys(): readonly KeyGroup[] {
  const places = Map.groupBy(told, ({ where }) => where);
  return [...places].map(([where, groups]) => ({
    where,
    keys: groups.flatMap(({ keys }) => keys),
  }));
}

/** Lets the sheet show keys that somebody else listens to. Returns how to take them off it. */
export function tellKeys(where: string, keys: readonly NamedKey[]): () => void {
  const group = { where, keys };
  told.add(group);
  return () => told.delete(group);
}

/**
 * Does what `keys` say when one is pressed alone, anywhere or inside `target`. They rest while somebody
 * types or a dialog is open, and leave a focused control its own keys. Returns how to stop listening.
 */
export function listenForKeys(
  where: string,
  keys: readonly Key[],
  target: Window | HTMLElement = window,
): () => void {
  const forget = tellKeys(where, keys);
  function press(event: Event): void {
    if (!(event instanceof KeyboardEvent)) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const pressed = event.key.toLowerCase();
    const found = keys.find(({ key }) => key.toLowerCase() === pressed);
    if (found === undefined || belongsToControl(event)) return;
    event.preventDefault();
    found.act();
  }
  target.addEventListener("keydown", press);
  return () => {
    forget();
    target.removeEventListener("keydown", press);
  };
}

function belongsToControl(event: KeyboardEvent): boolean {
  const path = event.composedPath();
  if (path.some((element) => element instanceof HTMLDialogElement)) return true;
  const [target] = path;
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.matches("input:not([type=radio]), textarea, select")) {
    return true;
  }
  return event.key === " " && target.matches("button, a, summary, input");
}
