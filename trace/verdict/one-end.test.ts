/** From one end alone: when something is said to have held a stream, and when nothing is. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Header } from "../../protocol/script/action.ts";
import { oneEndHeadline, oneEndInferred, oneEndMeasured } from "../en/one-end.ts";
import { eventStream, runOf, type Staged, staged } from "../testing/staged.ts";
import { at } from "../testing/staged-ticks.ts";
import { type OneEnd, oneEnd } from "./one-end.ts";

const gzip: readonly Header[] = [...eventStream, ["Content-Encoding", "gzip"]];

/** The first request accepts codings; this came of it within three seconds. */
const even: Staged = {
  ask: 0,
  opens: 5,
  arrives: [500, 1000, 1500, 2000],
  sees: { kind: "end", at: 2001 },
};
const burst: Staged = {
  ...even,
  opens: 2500,
  arrives: at(2501, 4),
  sees: { kind: "end", at: 2502 },
};
const together: Staged = { ...even, arrives: at(6, 4), sees: { kind: "close", at: 7000 } };
const pieces: Staged = { ...even, arrives: [...at(500, 4), ...at(1200, 4), ...at(1900, 4)] };
const nothing: Staged = { ask: 0, opens: 5, sees: { kind: "close", at: 7000 } };
const noHead: Staged = { ask: 0, sees: { kind: "close", at: 7000 } };

/** Makes the second request, without a coding, 10 s later. */
function again(one: Staged): Staged {
  const later = (ms: number | undefined) => (ms === undefined ? undefined : ms + 10_000);
  const { sees, arrives } = one;
  return {
    ...one,
    ask: 10_000,
    opens: later(one.opens),
    opensWith: eventStream,
    ...(arrives && { arrives: arrives.map((ms) => ms + 10_000) }),
    ...(sees && { sees: { ...sees, at: sees.at + 10_000 } }),
  };
}

const coded = (one: Staged): Staged => ({ ...one, opensWith: gzip });

const rows: [name: string, first: Staged, again: Staged | null, word: OneEnd["word"]][] = [
  ["even", even, null, "evenly"],
  ["even, and compressed", coded(even), null, "evenly"],
  ["a burst without a coding", burst, null, "one-burst"],
  [
    "a burst without a coding is no compressor’s, whatever came later",
    burst,
    again(even),
    "one-burst",
  ],
  ["a burst with a coding, and nobody asked again", coded(burst), null, "one-burst"],
  ["a burst with a coding, and one without", coded(burst), again(burst), "one-burst"],
  ["a burst with a coding, and even without", coded(burst), again(even), "not-flushed"],
  [
    "a burst whose end a busy machine sees later, and even without a coding",
    { ...coded(burst), sees: { kind: "end", at: 2800 } },
    again(even),
    "not-flushed",
  ],
  ["pieces with a coding, and even without", coded(pieces), again(even), "not-flushed"],
  ["a burst with a coding, and in pieces without", coded(burst), again(pieces), "not-flushed"],
  ["pieces with a coding, and without", coded(pieces), again(pieces), "unclear"],
  ["no event with a coding, and even without", coded(nothing), again(even), "not-flushed"],
  ["not even a head, and even without a coding", noHead, again(even), "not-flushed"],
  ["no event without a coding, and even later", nothing, again(even), "unclear"],
  ["a history at once, with a coding and without", coded(together), again(together), "unclear"],
  [
    "a history at once with a coding: nothing says that it was held",
    coded(together),
    again(even),
    "unclear",
  ],
  [
    "two events are no evidence",
    coded(burst),
    again({ ...even, arrives: [500, 1000] }),
    "one-burst",
  ],
  [
    "a stream that rests longer than it was waited for may have been quiet",
    { ...coded(nothing), sees: { kind: "close", at: 1900 } },
    again(even),
    "unclear",
  ],
  ["pieces without a coding", pieces, null, "unclear"],
  ["no head at all", noHead, null, "no-answer"],
  ["no head, and none without a coding", noHead, again(noHead), "no-answer"],
  [
    "no stream",
    {
      ...even,
      opensAs: 401,
      arrives: [],
      sees: { kind: "failure", name: "NotAnEventStream", message: "", at: 6 },
    },
    null,
    "no-stream",
  ],
  [
    "cut off",
    { ...even, sees: { kind: "failure", name: "ECONNRESET", message: "Cut.", at: 2100 } },
    null,
    "cut-off",
  ],
];
for (const [name, first, second, word] of rows) {
  test(`one end alone: ${name}`, () => {
    const run = runOf([
      ...staged({ ...first, request: undefined }),
      ...(second ? staged({ ...second, request: undefined }) : []),
    ]);
    const [one, other] = run.lane("fetch").attempts;
    assert.ok(one);
    const told = oneEnd(one, second ? (other ?? null) : null);
    assert.equal(told.word, word);
    // Whatever it is, it has a headline and whole sentences, and only one verdict blames somebody.
    assert.match(oneEndHeadline(told), /^[A-Z]/);
    assert.match(oneEndMeasured(told), /\.$/);
    assert.match(oneEndInferred(told), /^$|\.$/);
    const blames = /keeps it/.test(oneEndInferred(told));
    assert.equal(blames, word === "not-flushed");
  });
}
