/** Says what holds for every event stream, not only for those that somebody thought of. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { anyCharacter } from "../../dev/testing/hostile-text.ts";
import { type EventFields, encodeComment, encodeEvent } from "./encoder.ts";
import { byteByByte, cutAt, play } from "./testing/played.ts";
import type { Dispatched, Outcome } from "./vectors/vector.ts";

const utf8 = new TextEncoder();

/** Bytes out of what a parser may stumble over, and any others. */
const body = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom("\n", "\r", "\r\n", "data", ":", ": ", " ") },
      {
        weight: 3,
        arbitrary: fc.constantFrom("event", "id", "retry", "50", "a", "\0", "\uFEFF", "é"),
      },
      fc.uint8Array({ maxLength: 3 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) =>
    Buffer.concat(parts.map((part) => (typeof part === "string" ? utf8.encode(part) : part))),
  );

test("any chunking gives the same, whether lines are told or not", () => {
  fc.assert(
    fc.property(body, fc.array(fc.nat({ max: 80 }), { maxLength: 8 }), (wire, places) => {
      const expected = play([wire]);
      const chunks = cutAt(
        wire,
        places.map((place) => Math.min(place, wire.length)),
      );
      assert.deepEqual(play(chunks), expected);
      assert.deepEqual(play(chunks, []), expected);
      assert.deepEqual(play(byteByByte(wire)), expected);
    }),
    { numRuns: 1000 },
  );
});

/** Text of any characters, line ends and NUL more often than others. */
const text = fc.string({
  unit: fc.oneof(fc.constantFrom("\n", "\r", "\0", " ", ":", "\uFEFF"), anyCharacter),
});
const oneLine = text.map((any) => any.replace(/[\r\n\0]/g, ""));

/** What is sent: an event, or the text of a comment. */
type Sent = EventFields | string;

const sent: fc.Arbitrary<Sent> = fc.oneof(
  fc.record(
    { type: oneLine, data: text, id: oneLine, retry: fc.maxSafeNat() },
    { requiredKeys: [] },
  ),
  text,
);

function encode(one: Sent): Uint8Array {
  return typeof one === "string" ? encodeComment(one) : encodeEvent(one);
}

/** Returns what was meant by it. */
function meant(all: readonly Sent[]): Outcome {
  const events: Dispatched[] = [];
  let lastEventId = "";
  let reconnectionTime: number | null = null;
  for (const one of all) {
    if (typeof one === "string") continue;
    const { type, data, id, retry } = one;
    lastEventId = id ?? lastEventId;
    reconnectionTime = retry ?? reconnectionTime;
    if (data === undefined) continue;
    events.push([type || "message", data.replace(/\r\n|\r/g, "\n"), lastEventId]);
  }
  return { events, lastEventId, reconnectionTime };
}

test("what is encoded is what is parsed, but for line ends", () => {
  fc.assert(
    fc.property(fc.array(sent, { maxLength: 12 }), (all) => {
      assert.deepEqual(play([Buffer.concat(all.map(encode))]), meant(all));
    }),
    { numRuns: 500 },
  );
});
