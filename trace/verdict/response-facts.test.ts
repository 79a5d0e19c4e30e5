import assert from "node:assert/strict";
import { test } from "node:test";
import type { TraceRecord } from "../run/records.ts";
import { eventStream, runOf, staged } from "../testing/staged.ts";
import { br, live, liveFetch } from "../testing/staged-ticks.ts";
import { responseFacts } from "./response-facts.ts";

const size: TraceRecord = {
  side: "browser",
  lane: "fetch",
  kind: "size",
  at: 2510,
  encoded: 298,
  decoded: 298,
  protocol: "h2",
};

const rows: [name: string, records: TraceRecord[], expected: string[]][] = [
  ["nothing before anything is known", [], []],
  [
    "EventSource shows no head: by the server's word",
    staged({ ...live, headers: [...eventStream, ["Cache-Control", "no-cache"]] }),
    ["server: HTTP 1.1, Content-Encoding null, Cache-Control no-cache, X-Accel-Buffering null"],
  ],
  [
    "as it arrived in fetch, with the version that came over the wire",
    [...staged(live), ...staged({ ...liveFetch, opensWith: br }), size],
    ["browser: HTTP 2, Content-Encoding br, Cache-Control null, X-Accel-Buffering null"],
  ],
  [
    "what did not arrive is by the server's word",
    staged({ ...liveFetch, headers: [...eventStream, ["x-accel-buffering", "no"]] }),
    [
      "browser: Content-Encoding null, Cache-Control null",
      "server: HTTP 1.1, X-Accel-Buffering no",
    ],
  ],
];

for (const [name, records, expected] of rows) {
  test(name, () => {
    const told = responseFacts(runOf(records)).map(
      ({ by, facts }) => `${by}: ${facts.map(({ name, value }) => `${name} ${value}`).join(", ")}`,
    );
    assert.deepEqual(told, expected);
  });
}
