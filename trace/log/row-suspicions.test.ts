/** Says what is said of a block without its blank line, and of what the client does not read as a stream. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { EndReason, TraceRecord } from "../run/records.ts";
import { runOf } from "../testing/staged.ts";
import { asked, logOf, told } from "../testing/staged-log.ts";
import { rowSuspicions } from "./row-suspicions.ts";

const one = { side: "server", boot: "boot", lane: "fetch", attempt: 1 } as const;
const seen = { side: "browser", lane: "fetch" } as const;
const ends = (reason: EndReason): TraceRecord => {
  return { ...one, kind: "end", at: 20, reason, bytes: 8, writes: 1 };
};

const ways: [reason: EndReason, suspected: string][] = [
  [{ why: "played" }, "no-blank-line"],
  [{ why: "drop", how: "fin" }, ""],
  [{ why: "drop", how: "reset" }, ""],
];
for (const [reason, expected] of ways) {
  for (const depth of ["story", "lines"] as const) {
    test(`${depth}: a block that ${JSON.stringify(reason)} left open`, () => {
      const run = runOf([...asked("fetch", [[5, "data: a"]]), ends(reason)]);
      const found = logOf(run, depth).rows.flatMap((row) => rowSuspicions(row, run));
      assert.equal(found.map(({ kind }) => kind).join(), expected);
    });
  }
}

test("what the server says of its own accord is no heartbeat", () => {
  const run = runOf(asked("fetch", [[5, ": no block sends the id 7, so this is the top\n"]], 0));
  const said = told(logOf(run)).at(-1) ?? "";
  assert.match(said, /A comment of the server’s own reaches no page/);
});

const heads: [status: number, type: string, head: RegExp][] = [
  [200, "text/plain", /`text\/plain`: not an error to fetch, but no event stream/],
  [201, "text/event-stream", /`201`: not an error to fetch, and the standard wants `200`/],
];
for (const [status, type, expected] of heads) {
  test(`what ${status} ${type} brings came, and is not read as events`, () => {
    const headers: [string, string][] = [["Content-Type", type]];
    const [ask, ...writes] = asked("fetch", [[9, "data: a\n\n"]]);
    assert.ok(ask);
    const run = runOf([
      ask,
      { ...one, kind: "head", at: 5, status, headers },
      ...writes,
      { ...seen, kind: "head", at: 8, status, headers },
      { ...seen, kind: "failure", at: 12, name: "NotAnEventStream", message: "" },
      ends({ why: "played" }),
    ]);
    const rows = told(logOf(run)).join("\n");
    assert.match(rows, expected);
    assert.match(rows, /leaves the server. The client does not read it:/);
    assert.doesNotMatch(rows, /It never arrived/);
  });
}
