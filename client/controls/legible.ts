/** C0 but for the tab and line ends, DEL, C1, what turns the direction of the text around it, line separators. */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
  /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/g;

/** In Unicode the pictures of the C0 controls stand in their order, DEL's behind them. */
const PICTURES = 0x2400;
const PICTURE_OF_DEL = "\u2421";

/**
 * What a stream sent, to be shown: a character that nobody could see, or that would turn the words
 * around it, stands there as its sign: `␛`, `⟨U+202E⟩`. For drawing only; the trace keeps what came.
 */
export function legible(text: string): string {
  return text.replace(UNSEEN, (character) => {
    const code = character.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(PICTURES + code);
    if (code === 0x7f) return PICTURE_OF_DEL;
    return `⟨U+${code.toString(16).toUpperCase().padStart(4, "0")}⟩`;
  });
}
