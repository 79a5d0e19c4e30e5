/** How much a stream script may hold and play. What the text tells is checked before anything is sent. */

/** Of a script's text in UTF-8, in bytes. */
export const MAX_SCRIPT_BYTES = 64 * 1024;
/** Of playing one attempt, in ms. */
export const MAX_PLAYING_MS = 10 * 60 * 1000;
/** Of one response body, in bytes. */
export const MAX_WIRE_BYTES = 16 * 1024 * 1024;
/** Of one response body, in writes. */
export const MAX_WRITES = 100_000;
/** Levels of `@repeat` inside each other. */
export const MAX_REPEAT_DEPTH = 3;
/** `@attempt` lines of one script. */
export const MAX_SECTIONS = 32;
/** Event types that one script can send: the page listens for each of them. */
export const MAX_EVENT_TYPES = 1000;
/** Errors of one script that are told one by one, and as many warnings; the others are counted. */
export const MAX_TOLD_PROBLEMS = 50;
/** Ids that the search for ids sent twice looks at. */
export const MAX_IDS_COMPARED = 10_000;
