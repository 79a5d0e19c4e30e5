/**
 * Quotes what a model's service says as people may see it: short, and without the key that it was asked
 * with. Services quote the key, whole or partly masked, and a proxy before them may encode it.
 */

const MOST_QUOTED = 200; // UTF-16 units
/** The part of the text that is looked at is longer, as a key in it may be shortened to "(key)". */
const LOOKED_AT = 4000;
const SHORTEST_SECRET = 8; // a shorter key is no secret: `none`, `ollama`
const TRACE = 6; // letters and digits of the key in a row: no text that holds so many is shown
const BESIDE_MASK = 3; // characters beside a mask that are taken for the key's own
const SPELLINGS_DEEP = 2; // encodings one in the other: an escape in base64

const LEFT_OUT = "(left out here: it holds parts of the key)";

/** Quotes a service's own words. @param key null where none was sent */
export function quoteWithoutKey(key: string | null, text: string): string {
  const looked = text.slice(0, LOOKED_AT);
  if (key === null) return shortened(looked);
  const replaced = looked.replaceAll(key, "(key)");
  if (key.length < SHORTEST_SECRET) return shortened(replaced);
  const shown = shortened(
    replaced.replace(/\S+/g, (word) => (isMasked(key, word) ? "(key)" : word)),
  );
  return givesAway(key, shown) ? LEFT_OUT : shown;
}

function shortened(text: string): string {
  return text.length > MOST_QUOTED ? `${text.slice(0, MOST_QUOTED)}…` : text;
}

/** Tells whether a word is the beginning or end of the key beside what hides the rest: `sk-se****0815`, `sk-…`. */
function isMasked(key: string, word: string): boolean {
  const [mask] = /[*•●█#xX_]{2,}|\.{2,}|…|\*/.exec(word) ?? [];
  if (mask === undefined) return false;
  const before = word.slice(0, word.indexOf(mask));
  const after = word.slice(word.lastIndexOf(mask) + mask.length);
  for (let length = BESIDE_MASK; length < key.length; length++) {
    if (before.endsWith(key.slice(0, length)) || after.startsWith(key.slice(-length))) return true;
  }
  return false;
}

function givesAway(key: string, text: string): boolean {
  const secret = lettersOf(key);
  const readings = [...readingsOf(text, SPELLINGS_DEEP)].map(lettersOf);
  for (let at = 0; at + TRACE <= secret.length; at++) {
    const trace = secret.slice(at, at + TRACE);
    if (readings.some((reading) => reading.includes(trace))) return true;
  }
  return false;
}

/** Keeps letters and digits alone: blanks, quotes and invisible characters between them hide nothing. */
function lettersOf(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
}

/** The text, and what it says if it is an encoding of something. */
function* readingsOf(text: string, depth: number): Generator<string, void> {
  yield text;
  if (depth === 0) return;
  for (const decode of decoders) {
    const decoded = decode(text);
    if (decoded !== text) yield* readingsOf(decoded, depth - 1);
  }
}

const character = (code: string, radix: number): string => {
  const point = Number.parseInt(code, radix);
  return point <= 0x10ffff ? String.fromCodePoint(point) : "";
};

const decoders: readonly ((text: string) => string)[] = [
  (text) => text.replace(/%([0-9a-f]{2})/gi, (_all, code: string) => character(code, 16)),
  (text) =>
    text.replace(/\\(?:u\{?|x)([0-9a-f]{1,6})\}?/gi, (_all, code: string) => character(code, 16)),
  (text) => text.replace(/&#x([0-9a-f]{1,6});?/gi, (_all, code: string) => character(code, 16)),
  (text) => text.replace(/&#(\d{1,7});?/g, (_all, code: string) => character(code, 10)),
  (text) =>
    text.replace(/(?:[0-9a-f]{2}[ :,-]?){4,}/gi, (run) => bytesOf(run.replace(/\W/g, ""), "hex")),
  // What stands before the key shifts its base64.
  ...[0, 1, 2, 3].map(
    (shift) => (text: string) =>
      text.replace(/[\w+/-]{8,}/g, (run) => bytesOf(run.slice(shift), "base64")),
  ),
  (text) => [...text].reverse().join(""),
];

function bytesOf(run: string, encoding: "hex" | "base64"): string {
  return Buffer.from(run, encoding).toString("latin1");
}
