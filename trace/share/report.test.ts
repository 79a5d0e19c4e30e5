import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { hostileText } from "../../dev/testing/hostile-text.ts";
import { recorded } from "../../dev/testing/recorded.ts";
import { rendered, textOf } from "../../dev/testing/rendered-markdown.ts";
import type { Header } from "../../protocol/script/action.ts";
import type { TraceRecord } from "../run/records.ts";
import { runOf, staged } from "../testing/staged.ts";
import { burst, burstFetch, compressed, every, live } from "../testing/staged-ticks.ts";
import { MAX_REPORTED_EVENTS, reportOn } from "./report.ts";

const about = { recorded: "2026-11-21 13:00", agent: "Mozilla/5.0" };

test("a report holds verdict, cure, and the measured times of both lanes", () => {
  const report = reportOn(runOf(staged(burst, burstFetch), compressed), about);
  assert.match(
    report,
    /^# One burst at the end\n\nFive events, written over 2\.0.s, arrived together/,
  );
  assert.match(report, /Cure: the response header `X-Accel-Buffering: no`/);
  assert.match(report, /\| Path \| through webpack-dev-server with `compress: true`, port 8346 \|/);
  assert.match(report, /\| 1 \| tick \| 1 \| 5 \| 2.510 \| 2.505 \| 5 \| 2.510 \| 2.505 \|/);
  assert.match(report, /accept-encoding: gzip, deflate, br, zstd/);
});

test("the events of every attempt are in the table, under its number", () => {
  const report = reportOn(recorded("drop-and-resume"), about);
  assert.match(report, /\| attempt \| event \| type \| id \|/);
  assert.match(report, /\| 1 \| 2 \| message \| 2 \|/);
  assert.match(report, /\| 2 \| 2 \| message \| 4 \|.*\| – \| – \| – \|/);
});

test("more events than a bug tracker holds are counted", () => {
  const writes = every(10, MAX_REPORTED_EVENTS + 7);
  const report = reportOn(runOf(staged({ ...live, writes, arrives: writes, ends: 9999 })), about);
  assert.match(report, /and 7 more/);
  assert.doesNotMatch(report, /\| 101 \|/);
});

/** What GitHub may make of a report: text, code, tables. */
const OWN = ["h1", "h2", "p", "code", "pre", "table", "thead", "tbody", "tr", "th", "td"];

test("hostile data is text, wherever it stands", () => {
  fc.assert(
    fc.property(
      hostileText,
      hostileText,
      fc.constantFrom("br", "text/plain"),
      (text, other, so) => {
        const { side, lane } = { side: "browser", lane: "fetch" } as const;
        const records: TraceRecord[] = [
          { side, lane, kind: "ask", at: 0, method: "POST", by: "browser", url: "/" },
          { side, lane, kind: "head", at: 1, status: 200, headers: headers(so, text) },
          { side, lane, kind: "dispatch", at: 9, type: text, data: text, lastEventId: other },
          { side, lane, kind: "failure", at: 10, name: text, message: text },
        ];
        const script = { name: text, text: other };
        const report = reportOn(runOf(records, { script, browser: other }), {
          ...about,
          agent: text,
        });
        const elements = rendered(report);
        const others = elements.filter(({ tagName }) => !OWN.includes(tagName));
        assert.deepEqual(others.map(textOf), []);
        const rows = elements.filter(({ tagName }) => tagName === "tr");
        for (const { childNodes } of rows) {
          const cells = childNodes.filter((node) => "tagName" in node).length;
          assert.ok([2, 6].includes(cells), "two cells of facts, or six of times");
        }
      },
    ),
    { numRuns: 50 },
  );
});

/** A response that is no event stream, or is compressed by something of that name. */
function headers(so: string, text: string): Header[] {
  const own: Header = ["X-Own", text];
  return so === "br"
    ? [own, ["Content-Type", "text/event-stream"], ["Content-Encoding", text]]
    : [own, ["Content-Type", `text/plain${text}`]];
}
