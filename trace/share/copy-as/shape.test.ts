/** Whatever a run holds, the code that is copied of it is the same code: only its values differ. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { parseSync } from "@swc/core";
import fc from "fast-check";
import { hostileText } from "../../../dev/testing/hostile-text.ts";
import type { TraceRecord } from "../../run/records.ts";
import { runOf } from "../../testing/staged.ts";
import { eventSourceClient, fetchReader } from "./clients.ts";
import { newEventSource, resumingFetch } from "./coming-back.ts";
import { nodeServer } from "./node-server.ts";
import { asked, connectionOf } from "./testing/pasted.ts";

/** All that is copied as JavaScript of a run in which `text` stands wherever a text can stand. */
function programs(text: string): string[] {
  const body = JSON.stringify({ script: text });
  const url = new URL("http://localhost:8345/api/sse/x?y=1");
  url.searchParams.set("y", `${text}1`);
  url.hash = "";
  const question = asked(url.href, { body, left: body, acceptEncoding: text, isAuthorized: true });
  const options = { eventTypes: [`${text}!`], credentials: true, comesBack: true, done: text };
  return [
    server(text),
    eventSourceClient(question, options),
    newEventSource(question, options),
    fetchReader(question, options),
    resumingFetch(question, options),
  ];
}

function server(text: string): string {
  const one = { side: "server", boot: text, lane: "fetch", attempt: 1, at: 1 } as const;
  const records: TraceRecord[] = [
    { side: "browser", lane: "fetch", at: 0, kind: "ask", method: "POST", by: "browser", url: "/" },
    { ...one, kind: "head", status: 200, headers: [["X-Own", text]] },
    { ...one, kind: "write", offset: 0, bytes: new TextEncoder().encode(text), line: 1 },
  ];
  const run = runOf(records, { script: { name: text, text } });
  return nodeServer(run, connectionOf(run));
}

/** Its syntax tree, without what its names and literals say. */
function shape(code: string): string {
  return JSON.stringify(parseSync(code), (key, part: unknown) => {
    const isKept = typeof part === "object" ? key !== "span" : /^(type|operator)$/.test(key);
    return isKept ? part : undefined;
  });
}

test("no text of a run is code in what is copied", () => {
  const plain = programs("x").map(shape);
  fc.assert(
    fc.property(hostileText, (text) => assert.deepEqual(programs(text).map(shape), plain)),
    { numRuns: 50 },
  );
});
