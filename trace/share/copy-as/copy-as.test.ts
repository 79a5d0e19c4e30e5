/** Says what is copied does what it says when it is pasted: each is run against real processes. */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createServer, type IncomingMessage } from "node:http";
import { test } from "node:test";
import { promisify } from "node:util";
import { brotliCompressSync } from "node:zlib";
import { listenSomewhere } from "../../../dev/testing/free-port.ts";
import type { TraceRecord } from "../../run/records.ts";
import { runOf } from "../../testing/staged.ts";
import { fetchReader } from "./clients.ts";
import { curl } from "./curl.ts";
import { nodeServer } from "./node-server.ts";
import { askedBy } from "./request.ts";
import { asked, connectionOf, LIMIT, startServer } from "./testing/pasted.ts";

const exec = promisify(execFile);

/** What a shell, or curl, could take for more than it is. */
const hostile = `it's "quoted" $HOME \`id\` $(id) !! \\ \n # & ; | <b> * é中😀`;

test("curl asks as the browser did, and shows what it got", async (t) => {
  const known = await exec("curl", ["--version"]).catch(() => ({ stdout: "" }));
  assert.match(known.stdout, /brotli/, "no curl that reads br: apt-get install curl");
  const { url, heard } = await listen(t, brotliCompressSync("data: é\n\n"));
  const question = asked(`${url}/api/sse?noTransform=1&x=[1-3]`, {
    body: JSON.stringify({ script: hostile }),
    acceptEncoding: "gzip, deflate, br, zstd",
    isAuthorized: true,
  });
  const { stdout } = await exec("bash", ["-c", curl(question)], LIMIT);
  assert.equal(stdout, "data: é\n\n");
  const { request, body } = await heard;
  assert.equal(request.url, "/api/sse?noTransform=1&x=[1-3]");
  assert.equal(request.method, "POST");
  assert.equal(request.headers["accept-encoding"], question.acceptEncoding);
  assert.equal(request.headers.authorization, "Bearer your-key");
  assert.deepEqual(JSON.parse(body), { script: hostile });
});

test("the fetch reader posts the script and prints what it reads", async (t) => {
  const { url, heard } = await listen(t, brotliCompressSync("data: é\n\n"));
  const question = asked(`${url}/api/sse`, { body: JSON.stringify({ script: hostile }) });
  const options = { eventTypes: [], credentials: true, comesBack: false, done: null };
  const code = fetchReader(question, options);
  const { stdout } = await exec(process.execPath, ["--input-type=module", "-e", code], LIMIT);
  assert.equal(stdout, "data: é\n\n\n");
  assert.deepEqual(JSON.parse((await heard).body), { script: hostile });
});

const server = { side: "server", boot: "b", lane: "fetch", attempt: 1 } as const;
const bytes = (text: string) => new TextEncoder().encode(text);
const url = "/api/sse?trace=t&lane=fetch&noTransform=1";
const http = { method: "POST", url: "/", httpVersion: "1.1" };
const ownHeader = hostile.replace("\n", "").replace(/[^ -~]/g, "");
const sent: [string, string][] = [
  ["Content-Type", "text/event-stream"],
  ["Date", "x"],
  ["X-Own", ownHeader],
];
const text = bytes(`é \${x} ${hostile}\n\n`);
const played: TraceRecord[] = [
  { side: "browser", lane: "fetch", at: 100, kind: "ask", method: "POST", by: "browser", url },
  { ...server, at: 101, kind: "request", ...http, headers: [["accept-encoding", "br"]] },
  { ...server, at: 102, kind: "head", status: 200, headers: sent },
  { ...server, at: 103, kind: "write", offset: 0, bytes: bytes("\ufeffdata: "), line: 1 },
  { ...server, at: 153, kind: "write", offset: 12, bytes: text, line: 1 },
  { ...server, at: 154, kind: "write", offset: 99, bytes: Uint8Array.of(0xc3), line: 2 },
  { ...server, at: 155, kind: "write", offset: 100, bytes: Uint8Array.of(0xa9, 10, 10), line: 2 },
  { ...server, at: 205, kind: "end", reason: { why: "played" }, bytes: 103, writes: 4 },
];

test("the Node server writes what was written, in the same order, byte for byte, whatever its name", async (t) => {
  const script = { name: "\u2028throw 1//\u2029throw 1//*/\nthrow 1", text: "" };
  const trace = runOf(played, { script });
  const code = nodeServer(trace, connectionOf(trace));
  const origin = await startServer(t, "--input-type=module", "-e", code);
  const response = await fetch(origin, { signal: AbortSignal.timeout(20_000) });
  assert.equal(response.headers.get("Content-Type"), "text/event-stream");
  const expected = played.flatMap((record) => (record.kind === "write" ? [...record.bytes] : []));
  assert.deepEqual([...new Uint8Array(await response.arrayBuffer())], expected);
});

test("an attempt that came back is copied with its last event ID, in its own words", () => {
  const again = { ...server, attempt: 2, at: 400 } as const;
  const url = "/api/sse?trace=t&lane=fetch";
  const headers: [string, string][] = [["last-event-id", "it's 7"]];
  const back: TraceRecord[] = [
    ...played,
    { side: "browser", lane: "fetch", at: 399, kind: "ask", method: "POST", by: "browser", url },
    { ...again, kind: "request", method: "POST", url, httpVersion: "1.1", headers },
  ];
  const attempt = (number: number) =>
    askedBy(runOf(back), "fetch", "http://localhost:8345", "{}", number);
  const second = attempt(2);
  assert.ok(second);
  assert.equal(second.url, "http://localhost:8345/api/sse");
  assert.match(curl(second), /-H 'Last-Event-ID: it'\\''s 7'/);
  assert.equal(attempt(1)?.lastEventId, "");
  assert.equal(attempt(3), undefined);
});

test("whoever copies asks as somebody new, in a URL that is whole", () => {
  const anew = askedBy(runOf(played), "fetch", "http://localhost:8345", "{}");
  const expected = { body: "{}", acceptEncoding: "br" };
  assert.deepEqual(anew, asked("http://localhost:8345/api/sse?noTransform=1", expected));
  assert.equal(askedBy(runOf(played), "eventsource", "http://localhost:8345", "{}"), undefined);
});

/** A server that answers once with `body` in br, and what it heard. */
async function listen(t: { after(done: () => void): void }, body: Uint8Array) {
  type Heard = { request: IncomingMessage; body: string };
  const { promise: heard, resolve } = Promise.withResolvers<Heard>();
  const listener = createServer(async (request, response) => {
    let text = "";
    for await (const part of request.setEncoding("utf8")) text += part;
    resolve({ request, body: text });
    response.writeHead(200, { "Content-Type": "text/event-stream", "Content-Encoding": "br" });
    response.end(body);
  });
  t.after(() => listener.close());
  return { url: `http://127.0.0.1:${await listenSomewhere(listener)}`, heard };
}
