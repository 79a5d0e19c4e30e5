import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { ConnectionFact, ConnectionRecord } from "../../trace/run/records.ts";
import { SLAB_BYTES } from "../limits.ts";
import type { KeptRecords } from "./kept-records.ts";
import { Tap } from "./tap.ts";

const MOST_BYTES = 16 * SLAB_BYTES;
const traces = ["1", "2", "3"];
const lanes = ["eventsource", "fetch"];

/** What may befall a tap: writes of so many bytes on one trace, another record, a trace that is left out, or listened to. */
const steps = fc.array(
  fc.oneof(
    {
      weight: 20,
      arbitrary: fc.record({
        what: fc.constant("write" as const),
        trace: fc.constantFrom(...traces),
        lane: fc.constantFrom(...lanes),
        length: fc.oneof(fc.nat(200), fc.nat(2 * SLAB_BYTES), fc.constant(SLAB_BYTES)),
        times: fc.integer({ min: 1, max: 20 }),
      }),
    },
    {
      weight: 5,
      arbitrary: fc.record({
        what: fc.constantFrom("packed" as const, "unreadable" as const),
        trace: fc.constantFrom(...traces),
        lane: fc.constantFrom(...lanes),
      }),
    },
    fc.record({
      what: fc.constantFrom("forget" as const, "listen" as const),
      trace: fc.constantFrom(...traces),
    }),
  ),
  { maxLength: 60 },
);

for (const whenFull of ["drop", "thin"] as const) {
  test(`whatever is kept is what it was, in its order, where a full tap is to ${whenFull}`, () => {
    fc.assert(
      fc.property(steps, (all) => {
        const tap = new Tap(MOST_BYTES, 10, whenFull);
        const told: ConnectionRecord<Uint8Array>[] = [];
        const toldOf = new Map<KeptRecords, number>();
        const tell = (trace: string, lane: string, fact: ConnectionFact<Uint8Array>) => {
          const records = tap.recordsOf(trace);
          toldOf.set(records, (toldOf.get(records) ?? 0) + 1);
          const [attempt, at] = [told.length % 7, told.length / 8];
          told.push({ ...fact, lane, attempt, at });
          tap.connection(trace, lane, attempt)(fact, at);
        };
        for (const step of all) {
          const { what, trace } = step;
          if (what === "forget") tap.forget(trace);
          if (what === "listen") tap.recordsOf(trace).onRecord(() => {});
          if (!("lane" in step)) continue;
          if (what === "packed") tell(trace, step.lane, { kind: what, coding: "gzip", length: 9 });
          if (what === "unreadable") tell(trace, step.lane, { kind: what, why: "damaged" });
          for (let time = 0; "times" in step && time < step.times; time++) {
            const bytes = new Uint8Array(step.length).fill(told.length % 251);
            tell(trace, step.lane, { kind: "write", offset: told.length, bytes, line: time });
          }
          for (const trace of traces) {
            const records = tap.recordsOf(trace);
            assertTrue(records, told);
            const stands = Array.from(records.after(0), ({ record }) =>
              record.kind === "forgotten" ? record.records : 1,
            );
            const sum = stands.reduce((sum, records) => sum + records, 0);
            assert.equal(sum, toldOf.get(records) ?? 0, "what is gone is said");
          }
        }
      }),
    );
  });
}

/** The tap numbers what it is told from 1 on. */
function assertTrue(records: KeptRecords, told: readonly ConnectionRecord<Uint8Array>[]): void {
  const numbers: number[] = [];
  for (const { number, record } of records.after(0)) {
    numbers.push(number);
    if (record.kind === "forgotten") continue;
    const one = told[number - 1];
    if (record.kind === "write" && one?.kind === "write") {
      assert.ok(Buffer.from(one.bytes).equals(record.bytes), `the bytes of ${number}`);
      assert.deepEqual({ ...record, bytes: null }, { ...one, bytes: null });
    } else assert.deepEqual(record, one);
  }
  assert.deepEqual(
    numbers,
    numbers.toSorted((a, b) => a - b),
  );
  const middle = numbers[numbers.length >> 1] ?? 0;
  assert.deepEqual(
    Array.from(records.after(middle), ({ number }) => number),
    numbers.filter((number) => number > middle),
  );
}

test("what is forgotten makes room: a tap that is full takes no other memory, however much passes", () => {
  const tap = new Tap(MOST_BYTES, 10, "thin");
  const used = new Set<ArrayBufferLike>();
  for (let at = 0; at < 2000; at++) {
    const bytes = new Uint8Array(SLAB_BYTES / 4);
    const trace = traces[at % 3] ?? "";
    tap.connection(trace, "fetch", 1)({ kind: "write", offset: 0, bytes, line: 0 }, 0);
    for (const { record } of tap.recordsOf(trace).after(0)) {
      if (record.kind === "write") used.add(record.bytes.buffer);
    }
  }
  const most = MOST_BYTES / SLAB_BYTES + 1; // one is taken before another is given back
  assert.ok(used.size <= most, `${used.size} slabs, of ${most}`);
});
