import assert from "node:assert/strict";
import { test } from "node:test";
import { parseScript } from "../../protocol/script/parse.ts";
import type { Behaviour, MeasurementName } from "../run/behaviour.ts";
import { familyOf } from "../run/browser-name.ts";
import type { ConnectionFact } from "../run/records.ts";
import type { PageNote } from "./evidence.ts";
import { measurements } from "./measurements.ts";

const all = [...measurements.differing, ...measurements.alike];

type Fact = [at: number, attempt: number, fact: ConnectionFact<string>];

const asks = (at: number, attempt: number, id = "", url = "/api/sse/x"): Fact => {
  const headers: [string, string][] = [["Last-Event-ID", id]];
  return [at, attempt, { kind: "request", method: "GET", url, httpVersion: "1.1", headers }];
};
const head = (at: number): Fact => [at, 1, { kind: "head", status: 200, headers: [] }];
const writes = (at: number): Fact => [at, 1, { kind: "write", offset: 0, bytes: "", line: 1 }];
const ends = (at: number, attempt = 1): Fact => {
  return [at, attempt, { kind: "end", reason: { why: "played" }, bytes: 9, writes: 1 }];
};
const opens = (at: number): PageNote => ({ kind: "open", at });
const fails = (readyState: 0 | 2): PageNote => ({ kind: "error", readyState, at: 0 });
const gets = (data: string, lastEventId = "", type = "message", at = 0): PageNote => {
  return { kind: "dispatch", type, data, lastEventId, at };
};

const after = (ms: number): Behaviour => ({ does: "asks-after", ms });
const reconnectsTo = (address: "first" | "final"): Behaviour => ({
  does: "reconnects-to",
  address,
});
const opensAt = (at: "head" | "first-byte"): Behaviour => ({ does: "opens-at", at });
const shows = (text: string): Behaviour => ({ does: "shows", text });
const givesUp: Behaviour = { does: "gives-up" };
const loses: Behaviour = { does: "loses" };

const ten = Array.from({ length: 10 }, (_, i) => asks(i * 4, i + 1));
const four = [20, 28, 90, 120].flatMap((at, i) => [
  ends([0, 20, 30, 91][i] ?? 0, i + 1),
  asks(at, i + 2),
]);
const moved = asks(1, 2, "", "/x?moved=1");
const movedOn = asks(9, 3, "", "/x?trace=t&moved=1");
const late = [asks(5000, 1), head(5001), writes(5801)];

/** `undefined`: it can't be told yet. `told`: until when the tap has told all. What was told and seen comes last. */
const cases: [
  name: MeasurementName,
  what: string,
  answer: Behaviour | undefined,
  told: number,
  ...evidence: (Fact | PageNote)[],
][] = [
  ["default-time", "from end to request", after(3010), 3020, asks(0, 1), ends(10), asks(3020, 2)],
  ["retry-0", "the shortest of four", after(8), 120, ...four],
  ["retry-huge", "it asked again", after(701), 5000, asks(0, 1), ends(0), asks(701, 2)],
  ["retry-huge", "it did not", { does: "asks-not", within: 2500 }, 2500, asks(0, 1), ends(0)],
  ["early-cut", "ten in a row", { does: "repeats", times: 9 }, 1040, ...ten, fails(0)],
  ["early-cut", "once", { does: "repeats-if-used" }, 1003, asks(0, 1), asks(3, 2), fails(0)],
  ["refused", "readyState 2", givesUp, 0, fails(2)],
  ["refused", "readyState 0", { does: "asks-again" }, 0, fails(0)],
  ["moved-307", "back to the second", reconnectsTo("final"), 9, asks(0, 1), moved, movedOn],
  ["moved-307", "back to the first", reconnectsTo("first"), 9, asks(0, 1), moved, asks(9, 3)],
  ["open", "by two clocks", opensAt("head"), 5801, ...late, opens(20), gets("x", "", "m", 812)],
  ["open", "late", opensAt("first-byte"), 5801, ...late, opens(812), gets("x", "", "m", 813)],
  ["type-plain", "the page hears nothing", { does: "waits", ms: 3000 }, 3010, writes(10)],
  ["charset", "it is read", { does: "opens" }, 10, writes(10), opens(3)],
  ["status-503", "for good", givesUp, 0, fails(2)],
  ["id-alone", "kept", shows("7"), 0, gets("x", "7"), gets("end", "7")],
  ["id-alone-sent", "as header", shows("2"), 1, asks(0, 1), asks(1, 2, "2")],
  ["id-nul", "the line is ignored", { does: "dispatches" }, 0, gets("x"), gets("end")],
  ["id-nul", "the block is lost", loses, 0, gets("end")],
  ["id-nul", "the NUL is taken", shows("a\0b"), 0, gets("x", "a\0b"), gets("end")],
  ["bom-lf", "the line is lost", loses, 0, gets("end")],
  ["type-alone", "it leaks", shows("other"), 0, gets("x", "", "other"), gets("end")],
  ["default-time", "no next request yet", undefined, 9000, asks(0, 1), ends(10)],
  ["retry-0", "two are too few", undefined, 90, ...four.slice(0, 4)],
  ["retry-huge", "it may still come", undefined, 2499, asks(0, 1), ends(0)],
  ["early-cut", "the tap may know of another", undefined, 999, asks(0, 1), fails(0)],
  ["early-cut", "another may follow", undefined, 2000, asks(0, 1)],
  ["moved-307", "the second one tells nothing", undefined, 1, asks(0, 1), asks(1, 2)],
  ["open", "the tap is late", undefined, 1, head(1), opens(1), gets("x")],
  ["type-plain", "before the body", undefined, 9000, head(1)],
  ["id-nul", "what follows has not come", undefined, 0],
];
for (const [name, what, answer, toldUntil, ...evidence] of cases) {
  test(`${name}: ${what}${answer ? "" : ", so it can't be told"}`, () => {
    const server = evidence.flatMap((one) => {
      if (!Array.isArray(one)) return [];
      const [at, attempt, fact] = one;
      return [{ lane: name, attempt, at, ...fact }];
    });
    const page = evidence.flatMap((one) => (Array.isArray(one) ? [] : [one]));
    const measurement = all.find((one) => one.name === name);
    assert.ok(measurement);
    assert.deepEqual(measurement.read({ server, page, toldUntil }), answer);
  });
}

test("the server can play every script, and no two measurements share a name", () => {
  for (const { name, script } of all) {
    if (script === null) continue;
    const parsed = parseScript(script("trace=t&lane=l"));
    assert.deepEqual(parsed.ok ? [] : parsed.problems, [], name);
  }
  assert.equal(new Set(all.map(({ name }) => name)).size, all.length);
});

test("an Edge is a Chromium; of Safari nothing was recorded", () => {
  assert.equal(familyOf("Edge 140"), "chromium");
  assert.equal(familyOf("Firefox 153"), "firefox");
  assert.equal(familyOf("Safari 26"), undefined);
});
