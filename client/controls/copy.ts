/**
 * Puts `text` on the clipboard.
 * @returns whether it could: without a secure context there is no clipboard (docs/facts.md, 5), and a browser may refuse
 */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
