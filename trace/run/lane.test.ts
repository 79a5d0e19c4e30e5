import assert from "node:assert/strict";
import { test } from "node:test";
import { runOf, type Staged, staged, waits } from "../testing/staged.ts";
import { again, byFetch, gaveUp, running, ticks } from "../testing/staged-ticks.ts";
import type { TraceRecord } from "./records.ts";

test("a client that comes back begins an attempt with each ask, and what it waits for is none yet", () => {
  const next: Staged = { attempt: 2, ask: 3603, request: 3606, lastEventId: "2", from: 3 };
  const run = runOf(staged(byFetch, waits("fetch", 603, 3000)));
  const lane = run.lane("fetch");
  assert.deepEqual([lane.attempts.length, lane.isConnected, lane.hasReconnected], [1, true, false]);
  const comesBack = staged({ ...next, writes: [3610], opens: 3612, arrives: [3613] });
  for (const record of comesBack) run.add(record);
  const told = lane.attempts.map(
    ({ connection, arrived }) => `${connection?.attempt}: ${arrived.length}`,
  );
  assert.deepEqual(told, ["1: 2", "2: 1"]);
  assert.deepEqual([lane.hasReconnected, lane.cameBack], [true, true]);
});

/** The browser's own next attempt, which goes on. */
const next: Staged = { ...running, ask: undefined, attempt: 2 };

test("a new EventSource counts its own attempts on, one from the page and the browser's own after it", () => {
  const run = runOf(
    staged(
      ticks,
      { lane: "eventsource", sees: { ...gaveUp, at: 3620 } }, // a dev server's 504
      waits("eventsource", 3620, 1000),
      { ...ticks, ...at(4620), attempt: 2 },
      { ...next, ...at(8220), attempt: 3, ask: undefined, ends: undefined, sees: undefined },
    ),
  );
  const attempts = run
    .lane("eventsource")
    .attempts.map(({ connection }) => connection?.attempt ?? null);
  assert.deepEqual(attempts, [1, null, 2, 3]);
});

/** Moves the times of the ticks by `ms`. */
function at(ms: number): Staged {
  return {
    ask: ms,
    request: ms + 3,
    head: ms + 4,
    opens: ms + 7,
    writes: [ms + 5],
    arrives: [ms + 8],
    ends: ms + 600,
    sees: { ...again, at: ms + 603 },
  };
}

test("a connection belongs to the attempt in whose span its request fell", () => {
  const run = runOf(
    staged(
      ticks,
      // A dev server that answers 504 by itself: an attempt without the server's side.
      { lane: "eventsource", sees: { ...again, at: 3620 } },
      { ...next, request: 6630, writes: [6632], arrives: [6640], opens: 6639 },
    ),
  );
  const attempts = run.lane("eventsource").attempts.map(({ number, connection, arrived }) => {
    return `${number}: ${connection?.attempt ?? "none"}, ${arrived.length}`;
  });
  assert.deepEqual(attempts, ["1: 1, 2", "2: none, 0", "3: 2, 1"]);
});

test("of a request that the browser repeated, the last connection delivered", () => {
  const cut = { lane: "eventsource", request: 3, head: 4 } as const;
  const run = runOf(
    staged(
      { ...ticks, attempt: 3, request: 13, writes: [15, 515], arrives: [18, 518], opens: 17 },
      { ...cut, writes: [5], ends: 6 },
      { ...cut, attempt: 2, request: 8, writes: [10], ends: 11 },
    ),
  );
  const [attempt] = run.lane("eventsource").attempts;
  assert.equal(attempt?.connections.length, 3);
  assert.deepEqual([attempt?.lag(0), attempt?.lag(1)], [3, 3]);
});

test("a server that was started again counts from one: its connections are its own", () => {
  const restarted: Staged = { ...next, attempt: 1, boot: "second boot" };
  const times: Staged = { request: 3610, writes: [3612], arrives: [3616], opens: 3615 };
  const run = runOf(staged(ticks, { ...restarted, ...times }));
  const [first, other] = run.lane("eventsource").attempts;
  assert.deepEqual([first?.written.length, other?.written.length, other?.lag(0)], [2, 1, 4]);
});

test("an arrival has no lag until the tap has told of its write", () => {
  const records = staged(ticks);
  const run = runOf(records.filter(({ side }) => side === "browser"));
  assert.equal(run.lane("eventsource").attempts[0]?.lag(1), null);
  for (const record of records) if (record.side === "server") run.add(record);
  assert.equal(run.lane("eventsource").attempts[0]?.lag(1), 3);
});

test("the reconnection time is the stream's, within what the browser allows", () => {
  const text = new TextEncoder().encode("retry: 100\n\n");
  const connection = { side: "server", boot: "boot", lane: "eventsource", attempt: 1 } as const;
  const write = { kind: "write", at: 4, offset: 0, bytes: text, line: 1 } as const;
  const retry: TraceRecord = { ...connection, ...write };
  const of = (browser: string, staging: Staged) =>
    runOf(staged(staging, retry), { browser }).lane("eventsource").reconnectionTime;
  const opened = { ...running, writes: [] };
  assert.equal(of("Chromium 156", opened), 100);
  assert.equal(of("Firefox 153", opened), 500);
  assert.equal(of("Chromium 156", { ...opened, opens: undefined, arrives: [] }), 3000);

  const replaced = staged(
    { lane: "eventsource", sees: { ...gaveUp, at: 603 } },
    waits("eventsource", 604, 1000),
  );
  const run = runOf(staged(opened, retry, ...replaced));
  const anew = { ...opened, attempt: 2, ask: 1604, request: 1607, opens: 1610 };
  assert.equal(run.lane("eventsource").reconnectionTime, 100);
  for (const record of staged(anew)) run.add(record);
  assert.equal(run.lane("eventsource").reconnectionTime, 3000, "a new one knows nothing of it");
});

test("the npm package keeps to its own reconnection time, whatever the browser's is", () => {
  const run = runOf(staged({ ...running, askedBy: "package" }), { browser: "Firefox 153" });
  assert.equal(run.lane("eventsource").reconnectionTime, 3000);
});

test("an attempt that was shorter than the clocks' error has its connection still", () => {
  const ahead = 8; // ms by which the server's clock is, within its error
  const brief: Staged = {
    attempt: 2,
    ask: undefined,
    request: 3603 + ahead,
    head: 3604 + ahead,
    opens: 3606,
    writes: [3604 + ahead],
    arrives: [3606],
    ends: 3605 + ahead,
    sees: { ...again, at: 3608 },
  };
  const last = { ...brief, attempt: 3, ...at(6608), ask: undefined };
  const records = staged(ticks, { ...ticks, ...brief }, { ...ticks, ...last });
  const run = runOf(records, { clockError: 10 });
  const lane = run.lane("eventsource");
  const paired = lane.attempts.map(({ connections }) => connections.map(({ attempt }) => attempt));
  assert.deepEqual(paired, [[1], [2], [3]]);
  for (const attempt of lane.attempts) {
    for (const one of attempt.connections) assert.equal(lane.attemptOn(one), attempt);
  }
});
