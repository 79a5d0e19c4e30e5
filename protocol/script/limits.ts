/** Says how much a stream script may hold and play. What the text tells is checked before anything is sent. */

export const MAX_SCRIPT_BYTES = 64 * 1024; // bytes of UTF-8
export const MAX_PLAYING_MS = 10 * 60 * 1000; // one attempt plays no longer
export const MAX_WIRE_BYTES = 16 * 1024 * 1024; // one response body has no more
export const MAX_WRITES = 100_000; // one response body takes no more
export const MAX_REPEAT_DEPTH = 3; // `@repeat` inside `@repeat`
export const MAX_SECTIONS = 32; // one script has no more `@attempt` lines
export const MAX_EVENT_TYPES = 1000; // one script has no more: the page listens for each of them
/** A script's errors are told one by one up to this number, and its warnings; the others are counted. */
export const MAX_TOLD_PROBLEMS = 50;
/** The search for ids sent twice looks at no more ids. */
export const MAX_IDS_COMPARED = 10_000;
