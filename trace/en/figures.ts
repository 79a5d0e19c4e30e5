/**
 * Figures as people read them: groups of three from a thousand on, a unit behind each, nothing that
 * breaks over a line end.
 */

const DAY = 24 * 60 * 60 * 1000; // ms

const SPACE = "\u00a0"; // no-break space: a figure and its unit stay together

const WORDS = "no one two three four five six seven eight nine ten eleven twelve".split(" ");

/** `2509` → "2 509". */
export function grouped(value: number): string {
  return String(Math.round(value)).replace(/(?<=\d)(?=(?:\d{3})+$)/g, SPACE);
}

/** `2509.4` → "2 509 ms": where figures are compared with each other. */
export function milliseconds(ms: number): string {
  if (ms > DAY) return inDays(ms / DAY);
  return `${grouped(ms)}${SPACE}ms`;
}

/** Above a day nobody counts the ms. */
function inDays(days: number): string {
  if (days < 400) return `${inWords(Math.round(days))} days`;
  const years = days / 365.25;
  if (years < 1000) return `${inWords(Math.round(years))} years`;
  return years < Number.POSITIVE_INFINITY ? "thousands of years" : "never";
}

/** What a reconnection time becomes, as the end of a sentence; some browsers never ask again after a huge one. */
export function reconnectionTimeBecomes(ms: number): string {
  return ms === Number.POSITIVE_INFINITY
    ? "this browser never asks again after such a `retry`"
    : `the reconnection time becomes ${milliseconds(ms)}`;
}

/** `80` → "80 ms", `2509` → "2.5 s": in a sentence, where a glance must do. */
export function duration(ms: number): string {
  if (Math.round(ms) < 1000 || ms > DAY) return milliseconds(ms);
  const seconds = ms / 1000;
  return `${seconds < 99.95 ? seconds.toFixed(1) : grouped(seconds)}${SPACE}s`;
}

/** `298` → "298 B", `4096` → "4.1 kB", `1900000` → "1.9 MB". Decimal, as browsers' own tools count. */
export function bytes(count: number): string {
  if (count < 1000) return `${count}${SPACE}B`;
  if (count < 999_950) return `${(count / 1000).toFixed(1)}${SPACE}kB`;
  return `${(count / 1_000_000).toFixed(1)}${SPACE}MB`;
}

/** `(5, "event")` → "five events", `(1, "event")` → "one event"; above twelve in digits. */
export function counted(count: number, one: string, many = `${one}s`): string {
  const noun = count === 1 ? one : many;
  return `${inWords(count)}${count < WORDS.length ? " " : SPACE}${noun}`;
}

/** `5` → "five"; above twelve in digits. */
export function inWords(count: number): string {
  return WORDS[count] ?? grouped(count);
}

/** `(5, "event")` → "All five events", `(2, "event")` → "Both events". */
export function allOf(count: number, one: string): string {
  return count === 2 ? `Both ${one}s` : `All ${counted(count, one)}`;
}

/** "five events" → "Five events". */
export function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
