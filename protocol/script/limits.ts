/** Says how much a stream script may hold and play. What the text tells is checked before anything is sent. */

/** How long a script's text may be, in bytes of UTF-8. */
export const MAX_SCRIPT_BYTES = 64 * 1024;
/** How long one attempt may be played, in ms. */
export const MAX_PLAYING_MS = 10 * 60 * 1000;
/** How many bytes one response body may have. */
export const MAX_WIRE_BYTES = 16 * 1024 * 1024;
/** How many writes one response body may have. */
export const MAX_WRITES = 100_000;
/** How deep `@repeat` may stand inside `@repeat`. */
export const MAX_REPEAT_DEPTH = 3;
/** How many `@attempt` lines a script may have. */
export const MAX_SECTIONS = 32;
/** How many event types one script may send: the page listens for each of them. */
export const MAX_EVENT_TYPES = 1000;
/** How many errors of a script are told one by one, and how many warnings; the others are counted. */
export const MAX_TOLD_PROBLEMS = 50;
/** How many ids the search for ids sent twice looks at. */
export const MAX_IDS_COMPARED = 10_000;
