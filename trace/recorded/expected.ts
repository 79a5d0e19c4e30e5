/**
 * The runs that stand beside this file, and the verdict that each lane of theirs must get. They were
 * played in the product and written down by `npm run record` (e2e/recorder/record.spec.ts says how).
 */
import type { LaneName } from "../run/records.ts";
import type { Delivery } from "../verdict/finding.ts";

type Word = Delivery["word"];

type Expected = [file: string, words: Record<LaneName, Word>];

const both = (word: Word) => ({ eventsource: word, fetch: word });

export const expected: readonly Expected[] = [
  ["live-direct", both("live")],
  ["live-through-a-proxy", both("live")],
  ["live-with-no-transform", both("live")],
  ["burst-br", both("burst-at-end")], // even the head waits
  ["burst-gzip", both("burst-at-end")], // the head comes early
  ["burst-br-large", both("burst-at-end")], // 66 kB
  ["burst-gzip-large", both("burst-at-end")],
  ["burst-without-compression", both("burst-at-end")],
  ["pieces-of-4096", both("in-pieces")],
  ["one-behind", both("one-behind")],
  ["busy-page", both("busy")],
  ["cut-live", both("live")], // all that was written had arrived
  ["cut-behind-a-compressor", both("lost")], // Chromium repeats the POST, and that is answered 204
  ["error-page", both("no-stream")],
  ["one-event", both("cant-tell")],
  ["ten-at-once", both("cant-tell")],
  ["fast-on-a-slow-link", both("cant-tell")],
  ["clock-ahead", both("live")],
  ["clock-behind", both("live")],
  ["clock-behind-burst", both("burst-at-end")],
  ["clock-vague", both("live")],
];
