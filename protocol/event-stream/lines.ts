/** The index of the next `character`, or the text's length where there is none. */
export function indexOrEnd(character: string, text: string, from: number): number {
  const at = text.indexOf(character, from);
  return at === -1 ? text.length : at;
}
