/** Says what people type to find something: a text, or a regular expression between slashes. */

type Pattern =
  | { ok: true; found: (text: string) => boolean }
  /** `why`: what is wrong with the regular expression, in the browser's words. */
  | { ok: false; why: string };

/** Letters are found in either case; a regular expression says so itself: `/tick/i`. "" is found in every text. */
export function readPattern(typed: string): Pattern {
  const expression = /^\/(?<source>.+)\/(?<flags>[a-z]*)$/s.exec(typed)?.groups;
  if (expression === undefined) {
    const sought = typed.toLowerCase();
    return { ok: true, found: (text) => text.toLowerCase().includes(sought) };
  }
  const { source = "", flags = "" } = expression;
  try {
    // "g" and "y" would make each search go on from where the last one ended.
    const regExp = new RegExp(source, flags.replaceAll(/[gy]/g, ""));
    return { ok: true, found: (text) => regExp.test(text) };
  } catch (error) {
    return { ok: false, why: error instanceof Error ? error.message : String(error) };
  }
}
