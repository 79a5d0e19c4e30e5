import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { SLAB_BYTES } from "../limits.ts";
import { Tap } from "./tap.ts";

const MOST_BYTES = 16 * SLAB_BYTES;
const traces = ["1", "2", "3"];

/** What may befall a tap: writes of so many bytes on one trace, a trace that is left out, a trace that somebody listens to. */
const steps = fc.array(
  fc.oneof(
    {
      weight: 20,
      arbitrary: fc.record({
        what: fc.constant("write" as const),
        trace: fc.constantFrom(...traces),
        length: fc.oneof(fc.nat(200), fc.nat(2 * SLAB_BYTES), fc.constant(SLAB_BYTES)),
        times: fc.integer({ min: 1, max: 20 }),
      }),
    },
    fc.record({ what: fc.constant("forget" as const), trace: fc.constantFrom(...traces) }),
    fc.record({ what: fc.constant("listen" as const), trace: fc.constantFrom(...traces) }),
  ),
  { maxLength: 60 },
);

for (const whenFull of ["drop", "thin"] as const) {
  test(`whatever is kept has the bytes that it came with, where a full tap is to ${whenFull}`, () => {
    fc.assert(
      fc.property(steps, (all) => {
        const tap = new Tap(MOST_BYTES, 10, whenFull);
        let written = 0;
        for (const step of all) {
          if (step.what === "forget") tap.forget(step.trace);
          if (step.what === "listen") tap.recordsOf(step.trace).onRecord(() => {});
          if (step.what !== "write") continue;
          for (let time = 0; time < step.times; time++) {
            written++;
            const bytes = new Uint8Array(step.length).fill(written % 251);
            const fact = { kind: "write", offset: written, bytes, line: 0 } as const;
            tap.connection(step.trace, "fetch", 1)(fact, 0);
          }
          for (const trace of traces) assertTrue(tap, trace);
        }
      }),
    );
  });
}

/** The offset of each write says which byte it is full of. */
function assertTrue(tap: Tap, trace: string): void {
  const records = tap.recordsOf(trace);
  for (let next = records.after(0); next; next = records.after(next.number)) {
    const { record } = next;
    if (record.kind !== "write") continue;
    const { offset, bytes } = record;
    assert.ok(Buffer.alloc(bytes.length, offset % 251).equals(bytes));
  }
}

test("what is forgotten makes room: a tap that is full takes no other memory, however much passes", () => {
  const tap = new Tap(MOST_BYTES, 10, "thin");
  const used = new Set<ArrayBufferLike>();
  for (let at = 0; at < 2000; at++) {
    const bytes = new Uint8Array(SLAB_BYTES / 4);
    const trace = traces[at % 3] ?? "";
    tap.connection(trace, "fetch", 1)({ kind: "write", offset: 0, bytes, line: 0 }, 0);
    const records = tap.recordsOf(trace);
    for (let next = records.after(0); next; next = records.after(next.number)) {
      if (next.record.kind === "write") used.add(next.record.bytes.buffer);
    }
  }
  const most = MOST_BYTES / SLAB_BYTES + 2 * traces.length; // each trace may have two that are partly used
  assert.ok(used.size <= most, `${used.size} slabs, of ${most}`);
});
