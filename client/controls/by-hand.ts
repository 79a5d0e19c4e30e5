/** Says how a text that could not be put on the clipboard is copied by whoever looks at it. */

/** @param selected what is selected, as the beginning of a sentence: "The rows are selected" */
export function copyByHand(selected: string, hasKeys: boolean): string {
  return `${selected}: ${hasKeys ? "press Ctrl-C." : "copy by the menu of the selection."}`;
}

/** Tells whether there is a keyboard to press something on, as far as a page is told. */
export function hasKeys(): boolean {
  return !matchMedia("(hover: none), (pointer: coarse)").matches;
}

/** Returns what a control does, with the key that does the same where there are keys. */
export function withKey(words: string, key: string): string {
  return hasKeys() ? `${words} (${key})` : words;
}
