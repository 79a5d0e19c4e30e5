/**
 * Characters that nobody can see: C0 but for the tab and line ends, DEL, C1, line separators, and those that
 * turn the direction of the text around them.
 */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
  /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/g;

const PICTURES = 0x2400;

/**
 * Makes what a stream sent fit to be shown: a character that nobody could see, or that would turn the words
 * around it, becomes a sign: `␛`, `⟨U+202E⟩`. It is for drawing only; the trace keeps what came.
 */
export function legible(text: string): string {
  return text.replace(UNSEEN, (character) => {
    const code = character.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(PICTURES + code);
    if (code === 0x7f) return "\u2421";
    return `⟨U+${code.toString(16).toUpperCase().padStart(4, "0")}⟩`;
  });
}
