/** Says how a text that could not be put on the clipboard is copied by whoever looks at it. */

/** @param selected what is selected, as the beginning of a sentence: "The rows are selected" */
export function copyByHand(selected: string, hasKeys: boolean): string {
  return `${selected}: ${hasKeys ? "press Ctrl-C." : "copy by the menu of the selection."}`;
}

export function hasKeys(): boolean {
  return !matchMedia("(hover: none), (pointer: coarse)").matches;
}

export function withKey(words: string, key: string): string {
  return hasKeys() ? `${words} (${key})` : words;
}
