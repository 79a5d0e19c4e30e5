/** A text as one word of a bash command line, also of one that is pasted into a terminal. */
import { UNSEEN } from "./unseen.ts";

/** What a terminal takes for a key that was pressed, such as Ctrl-C, or for the end of what is pasted. */
const KEY = /[^\n\P{Cc}]/gu;
/** What would be one between `$'` and `'`, and what the history of an interactive shell looks for there. */
const SPECIAL = /[\\'!]/g;

/** Quotes a text as one word. A NUL, which no word can hold, becomes U+FFFD. */
export function bash(text: string): string {
  const word = text.replaceAll("\0", "\ufffd");
  const isPlain = word.search(KEY) === -1 && word.search(UNSEEN) === -1;
  // Nothing means anything between apostrophes but an apostrophe.
  if (isPlain) return `'${word.replaceAll("'", `'\\''`)}'`;
  return `$'${word.replace(SPECIAL, inHex).replace(KEY, inHex).replace(UNSEEN, inHex)}'`;
}

/** Its bytes in UTF-8, whatever the shell's locale is. */
function inHex(character: string): string {
  const bytes = new TextEncoder().encode(character);
  return Array.from(bytes, (byte) => `\\x${byte.toString(16).padStart(2, "0")}`).join("");
}
