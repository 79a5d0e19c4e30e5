import assert from "node:assert/strict";
import { test } from "node:test";
import { parseScript } from "../../protocol/script/parse.ts";
import type { Behaviour, MeasurementName } from "../run/behaviour.ts";
import { familyOf } from "../run/browser.ts";
import type { ConnectionFact } from "../run/records.ts";
import type { Evidence, PageNote } from "./evidence.ts";
import { measurements } from "./measurements.ts";

const all = [...measurements.differing, ...measurements.alike];

type Fact = [at: number, attempt: number, fact: ConnectionFact<string>];

const asks = (at: number, attempt: number, id = "", url = "/api/sse/x"): Fact => [
  at,
  attempt,
  { kind: "request", method: "GET", url, httpVersion: "1.1", headers: [["Last-Event-ID", id]] },
];
const head = (at: number): Fact => [at, 1, { kind: "head", status: 200, headers: [] }];
const writes = (at: number): Fact => [at, 1, { kind: "write", offset: 0, bytes: "", line: 1 }];
const ends = (at: number, attempt: number): Fact => [
  at,
  attempt,
  { kind: "end", reason: { why: "played" }, bytes: 9, writes: 1 },
];
const opens = (at: number): PageNote => ({ kind: "open", at });
const fails = (readyState: 0 | 2): PageNote => ({ kind: "error", readyState, at: 0 });
const gets = (data: string, lastEventId = "", type = "message", at = 0): PageNote => ({
  kind: "dispatch",
  type,
  data,
  lastEventId,
  at,
});

type Case = [name: MeasurementName, what: string, server: Fact[], page: PageNote[], told: number];

const answered: [...Case, answer: Behaviour][] = [
  [
    "default-time",
    "the time between both",
    [asks(0, 1), ends(10, 1), asks(3020, 2)],
    [],
    3020,
    { does: "asks-after", ms: 3010 },
  ],
  [
    "retry-0",
    "the shortest of four",
    [
      ends(0, 1),
      asks(20, 2),
      ends(20, 2),
      asks(28, 3),
      ends(30, 3),
      asks(90, 4),
      ends(91, 4),
      asks(120, 5),
    ],
    [],
    120,
    { does: "asks-after", ms: 8 },
  ],
  [
    "retry-huge",
    "it asked again",
    [asks(0, 1), ends(0, 1), asks(701, 2)],
    [],
    5000,
    { does: "asks-after", ms: 701 },
  ],
  [
    "retry-huge",
    "it did not",
    [asks(0, 1), ends(0, 1)],
    [],
    2500,
    { does: "asks-not", within: 2500 },
  ],
  [
    "early-cut",
    "ten in a row",
    Array.from({ length: 10 }, (_, i) => asks(i * 4, i + 1)),
    [fails(0)],
    1040,
    { does: "repeats", times: 9 },
  ],
  [
    "early-cut",
    "a used connection",
    [asks(0, 1), asks(3, 2)],
    [fails(0)],
    1003,
    { does: "repeats-if-used" },
  ],
  ["refused", "readyState 2", [], [fails(2)], 0, { does: "gives-up" }],
  ["refused", "readyState 0", [], [fails(0)], 0, { does: "asks-again" }],
  [
    "moved-307",
    "the third request is where the second was",
    [asks(0, 1), asks(1, 2, "", "/x?moved=1"), asks(9, 3, "", "/x?trace=t&moved=1")],
    [],
    9,
    { does: "reconnects-to", address: "final" },
  ],
  [
    "moved-307",
    "the third request is where the first was",
    [asks(0, 1), asks(1, 2, "", "/x?moved=1"), asks(9, 3)],
    [],
    9,
    { does: "reconnects-to", address: "first" },
  ],
  [
    "open",
    "each side by its own clock",
    [asks(5000, 1), head(5001), writes(5801)],
    [opens(20), gets("x", "", "message", 812)],
    5801,
    { does: "opens-at", at: "head" },
  ],
  [
    "open",
    "with the event",
    [asks(5000, 1), head(5001), writes(5801)],
    [opens(812), gets("x", "", "message", 813)],
    5801,
    { does: "opens-at", at: "first-byte" },
  ],
  ["type-plain", "the page hears nothing", [writes(10)], [], 3010, { does: "waits", ms: 3000 }],
  ["charset", "it is read", [writes(10)], [opens(3)], 10, { does: "opens" }],
  ["status-503", "for good", [], [fails(2)], 0, { does: "gives-up" }],
  ["id-alone", "kept", [], [gets("x", "7"), gets("end", "7")], 0, { does: "shows", text: "7" }],
  [
    "id-alone-sent",
    "as header",
    [asks(0, 1), asks(1, 2, "2")],
    [],
    1,
    { does: "shows", text: "2" },
  ],
  ["id-nul", "the line is ignored", [], [gets("x"), gets("end")], 0, { does: "dispatches" }],
  ["id-nul", "the block is lost", [], [gets("end")], 0, { does: "loses" }],
  [
    "id-nul",
    "the NUL is taken",
    [],
    [gets("x", "a\0b"), gets("end")],
    0,
    { does: "shows", text: "a\0b" },
  ],
  ["bom-lf", "the line is lost", [], [gets("end")], 0, { does: "loses" }],
  [
    "type-alone",
    "it leaks",
    [],
    [gets("x", "", "other"), gets("end")],
    0,
    { does: "shows", text: "other" },
  ],
];

const open: Case[] = [
  ["default-time", "the next request has not come", [asks(0, 1), ends(10, 1)], [], 9000],
  ["retry-0", "two are too few", [ends(0, 1), asks(20, 2), ends(20, 2), asks(28, 3)], [], 90],
  ["retry-huge", "it may still come", [asks(0, 1), ends(0, 1)], [], 2499],
  ["early-cut", "the tap may know of another", [asks(0, 1)], [fails(0)], 999],
  ["early-cut", "another may follow", [asks(0, 1)], [], 2000],
  ["moved-307", "the second one tells nothing", [asks(0, 1), asks(1, 2)], [], 1],
  ["open", "the tap is late", [head(1)], [opens(1), gets("x")], 1],
  ["type-plain", "before the body", [head(1)], [], 9000],
  ["id-nul", "what follows has not come", [], [], 0],
];

for (const [name, what, server, page, toldUntil, expected] of answered) {
  test(`${name}: ${what}`, () => {
    assert.deepEqual(read(name, server, page, toldUntil), expected);
  });
}

for (const [name, what, server, page, toldUntil] of open) {
  test(`${name} can't be told yet: ${what}`, () => {
    assert.equal(read(name, server, page, toldUntil), undefined);
  });
}

function read(name: MeasurementName, facts: Fact[], page: PageNote[], toldUntil: number) {
  const server = facts.map(([at, attempt, fact]) => ({ lane: name, attempt, at, ...fact }));
  const seen: Evidence = { server, page, toldUntil };
  return all.find((measurement) => measurement.name === name)?.read(seen);
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
