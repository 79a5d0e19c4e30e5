import assert from "node:assert/strict";
import { once } from "node:events";
import { type TestContext, test } from "node:test";
import type { ConnectionRecord, TapLine, TapRecord } from "../../trace/run/records.ts";
import {
  MAX_TAP_BYTES,
  MAX_TOLD_VALUE,
  MAX_TRACE_BYTES,
  MAX_TRACE_RECORDS,
  MAX_TRACES,
} from "../limits.ts";
import type { RawClient } from "../testing/raw-client.ts";
import { startServer, type TestServer } from "../testing/test-server.ts";
import { KeptRecords } from "./kept-records.ts";
import { Slabs } from "./slab.ts";
import { Tap } from "./tap.ts";

type Heard = TapLine & { id: string | undefined };

/** Returns what a listener has heard so far, each with the `id` of the event that told it. */
function heard(listener: RawClient): Heard[] {
  const text = Buffer.from(listener.chunks.join(""), "latin1").toString("utf8");
  const blocks = text.split("\n\n").slice(0, -1);
  return blocks.flatMap((block) => {
    const id = /^id: (.*)$/m.exec(block)?.[1];
    const lines = block.matchAll(/^data: (.*)$/gm);
    return Array.from(lines, ([, line = ""]) => ({ id, ...JSON.parse(line) }));
  });
}

function kindsOf(listener: RawClient): string[] {
  return heard(listener).flatMap(({ record }) => (record.kind === "alive" ? [] : [record.kind]));
}

/** Plays a script to its end with a trace. */
async function play({ url }: TestServer, path: string): Promise<string> {
  const response = await fetch(url(path));
  assert.equal(response.status, 200);
  return response.text();
}

const script = { two: "data: 1\n\ndata: 2\n\n" };

test("a listener hears the request, the head, every write, notes and the end", async (t) => {
  const server = await startServer(t, script);
  const tap = server.ask("GET /api/tap?trace=t1 HTTP/1.1");
  await tap.until('"boot"');
  await play(server, "/api/sse/two?trace=t1&lane=fetch&lastEventId=9");
  await tap.until('"end"');

  const kinds = ["boot", "request", "note", "head", "write", "write", "write", "end"];
  assert.deepEqual(kindsOf(tap), kinds);
  const records = heard(tap).map(({ record }) => record);
  const [, request, note, head, comment, first, second, end] = records;
  assert.ok(request?.kind === "request" && head?.kind === "head");
  assert.deepEqual([request.lane, request.attempt], ["fetch", 1]);
  assert.equal(request.url, "/api/sse/two?trace=t1&lane=fetch&lastEventId=9");
  assert.deepEqual(request.headers[0], ["host", `127.0.0.1:${server.port}`]);
  assert.equal(head.status, 200);
  assert.ok(head.headers.some(([name, value]) => name === "Vary" || value === "Origin"));
  assert.ok(comment?.kind === "write" && first?.kind === "write" && second?.kind === "write");
  const skipped = Buffer.from(comment.bytes, "base64").length;
  assert.deepEqual([comment.offset, comment.line], [0, 0]);
  assert.equal(Buffer.from(first.bytes, "base64").toString(), "data: 1\n\n");
  assert.deepEqual([first.offset, first.line], [skipped, 1]);
  assert.deepEqual([second.offset, second.line], [skipped + 9, 3]);
  assert.ok(request.at <= head.at && head.at <= first.at && first.at <= second.at);
  assert.ok(note?.kind === "note" && note.note.note === "unknown-id");
  assert.ok(end?.kind === "end" && end.reason.why === "played");
  assert.deepEqual([end.bytes, end.writes], [skipped + 18, 3]);
});

test("credentials are redacted, but for the harmless cookie, and a header that came as UTF-8 is read as such", async (t) => {
  const server = await startServer(t, script);
  const secrets = [
    "Cookie: s3cret=1; sse-playground-harmless=yes; more=s3cret",
    "authorization: Bearer s3cret",
    "Proxy-Authorization: s3cret",
  ];
  const headers = [...secrets, "Last-Event-ID: \u00e9"];
  const play = server.ask("GET /api/sse/two?trace=t1 HTTP/1.1", ...headers);
  await play.until("\r\n0\r\n\r\n");
  const tap = server.ask("GET /api/tap?trace=t1 HTTP/1.1");
  await tap.until('"end"');
  assert.doesNotMatch(tap.received, /s3cret/);
  const request = heard(tap)[1]?.record;
  assert.ok(request?.kind === "request");
  const values = new Map(request.headers);
  assert.equal(values.get("authorization"), "(redacted)");
  assert.equal(values.get("Cookie"), "(redacted); sse-playground-harmless=yes");
  assert.equal(values.get("Last-Event-ID"), "é");
});

test("a late listener hears all from the start, and only of its trace", async (t) => {
  const server = await startServer(t, script);
  await play(server, "/api/sse/two?trace=t1");
  await play(server, "/api/sse/two?trace=t2");
  await play(server, "/api/sse/two");
  const tap = server.ask("GET /api/tap?trace=t2 HTTP/1.1");
  await tap.until('"end"');
  assert.deepEqual(kindsOf(tap), ["boot", "request", "head", "write", "write", "end"]);
});

test("a listener that comes back goes on after the record it names, even one amid an event", async (t) => {
  const server = await startServer(t, script);
  const first = server.ask("GET /api/tap?trace=t1 HTTP/1.1");
  await first.until('"boot"');
  await play(server, "/api/sse/two?trace=t1");
  await first.until('"end"');
  first.socket.destroy();
  const { boot, number } = headHeard(first);
  const id = `${boot}-${number}`;

  const second = server.ask("GET /api/tap?trace=t1 HTTP/1.1", `Last-Event-ID: ${id}`);
  await second.until('"end"');
  assert.deepEqual(kindsOf(second), ["boot", "write", "write", "end"]);
  assert.equal(heard(second)[0]?.id, id);
});

/** The number of the response head's record, and the boot it is of. */
function headHeard(listener: RawClient): { boot: string; number: number | undefined } {
  const records = heard(listener);
  const [first] = records;
  assert.ok(first?.record.kind === "boot");
  const head = records.find(({ record }) => record.kind === "head");
  return { boot: first.record.boot, number: head?.number };
}

test("an id of another boot counts for nothing", async (t) => {
  const server = await startServer(t, script);
  await play(server, "/api/sse/two?trace=t1");
  const tap = server.ask("GET /api/tap?trace=t1 HTTP/1.1", "Last-Event-ID: 0123456789ab-3");
  await tap.until('"end"');
  assert.deepEqual(kindsOf(tap).slice(0, 2), ["boot", "request"]);
  assert.match(heard(tap)[0]?.id ?? "", /-0$/);
});

test("the tap is never held back on its way", async (t) => {
  const server = await startServer(t);
  const tap = server.ask("GET /api/tap?trace=t1 HTTP/1.1");
  await tap.until('"boot"');
  assert.match(tap.head, /\r\nCache-Control: no-cache, no-transform\r\n/);
  assert.match(tap.head, /\r\nX-Accel-Buffering: no\r\n/);
});

test("a listener hears a sign of life while nothing happens", async (t) => {
  const server = await startServer(t);
  const tap = server.ask("GET /api/tap?trace=t1 HTTP/1.1");
  await tap.until('"alive"');
  assert.equal(heard(tap).at(-1)?.id, undefined);
});

test("a listener that does not read is told everything once it does", async (t) => {
  const line = `data: ${"x".repeat(1000)}\n\n`;
  const server = await startServer(t, { many: `@repeat 1000\n${line}@end\n` });
  const tap = server.ask("GET /api/tap?trace=t1 HTTP/1.1");
  await tap.until('"boot"');
  tap.socket.pause();
  await play(server, "/api/sse/many?trace=t1");
  tap.socket.resume();
  await tap.until('"kind":"end"');
  const writes = heard(tap).filter(({ record }) => record.kind === "write");
  const forgotten = heard(tap).flatMap(({ record }) =>
    record.kind === "forgotten" ? [record.records] : [],
  );
  assert.equal(writes.length + forgotten.reduce((sum, records) => sum + records, 0), 1000);
});

test("the records of one turn leave in one event", async (t) => {
  const server = await startServer(t, { burst: "@repeat 100\ndata: x\n\n@end\n" });
  await play(server, "/api/sse/burst?trace=t1");
  const tap = server.ask("GET /api/tap?trace=t1 HTTP/1.1");
  await tap.until('"kind":"end"');
  assert.equal(tap.chunks.length, 2, "boot, and all that was kept");
  const ids = new Set(heard(tap).map(({ id }) => id));
  assert.equal(ids.size, 2);
  assert.equal(heard(tap).at(-1)?.id?.split("-")[1], String(heard(tap).at(-1)?.number));
});

/** Keeps a trace of so many writes of so many bytes, after one request. */
function keep(writes: number, size: number): KeptRecords {
  const records = new KeptRecords(new Slabs());
  const client = { lane: "fetch", attempt: 1, at: 0 };
  const bytes = new Uint8Array(size);
  const http = { method: "GET", url: "/", httpVersion: "1.1", headers: [] };
  records.add(1, { ...client, kind: "request", ...http });
  for (let number = 2; number <= writes + 1; number++) {
    records.add(number, { ...client, kind: "write", offset: 0, bytes, line: 1 });
  }
  return records;
}

function all(records: KeptRecords): (ConnectionRecord<Uint8Array> | TapRecord)[] {
  return Array.from(records.after(0), ({ record }) => record);
}

const bounds: [name: string, writes: number, size: number][] = [
  ["too many records", 3 * MAX_TRACE_RECORDS, 1],
  ["too many bytes", 40, MAX_TRACE_BYTES / 8],
  ["one write that is too large", 1, MAX_TRACE_BYTES + 1],
];
for (const [name, writes, size] of bounds) {
  test(`${name}: the oldest writes are forgotten, and said to be`, () => {
    const kept = all(keep(writes, size));
    const [request, forgotten, ...rest] = kept;
    assert.equal(request?.kind, "request");
    assert.ok(forgotten?.kind === "forgotten");
    assert.equal(forgotten.records + rest.length, writes);
    assert.ok(kept.length <= MAX_TRACE_RECORDS);
    assert.ok(rest.length * size <= MAX_TRACE_BYTES);
    assert.ok(rest.length > 0 || writes === 1);
  });
}

test("a trace of attempts without writes is bounded too", () => {
  const records = new KeptRecords(new Slabs());
  for (let number = 1; number <= 3 * MAX_TRACE_RECORDS; number++) {
    const note = { note: "unknown-id", lastEventId: "x" } as const;
    records.add(number, { lane: "fetch", attempt: number, at: 0, kind: "note", note });
  }
  const kept = all(records);
  assert.ok(kept.length <= MAX_TRACE_RECORDS);
  const forgotten = kept.find((record) => record.kind === "forgotten");
  assert.equal((forgotten?.records ?? 0) + kept.length - 1, 3 * MAX_TRACE_RECORDS);
});

test("of too many traces the oldest that nobody listens to is forgotten", () => {
  const tap = new Tap();
  const note = { kind: "note", note: { note: "unknown-id", lastEventId: "x" } } as const;
  for (const trace of ["heard", "unheard"]) tap.connection(trace, "fetch", 1)(note, 0);
  tap.recordsOf("heard").onRecord(() => {});
  for (let i = 0; i < MAX_TRACES; i++) tap.connection(`${i}`, "fetch", 1)(note, 0);
  assert.equal(all(tap.recordsOf("heard")).length, 1);
  assert.equal(all(tap.recordsOf("unheard")).length, 0);
});

const long = "x".repeat(15_000);
const headers: [string, string][] = [["X-Long", long]];
const big = {
  write: { kind: "write", offset: 0, bytes: new Uint8Array(MAX_TRACE_BYTES / 8), line: 1 },
  request: { kind: "request", method: "OPTIONS", url: `/${long}`, httpVersion: "1.1", headers },
} as const;
const floods = [
  { fact: big.write, least: MAX_TRACE_BYTES / 8 },
  { fact: big.request, least: MAX_TOLD_VALUE },
];
for (const { fact, least } of floods) {
  test(`too many bytes of ${fact.kind}s in all traces: the one least lately added to is forgotten`, () => {
    const tap = new Tap();
    const heard = tap.recordsOf("heard");
    heard.onRecord(() => {});
    for (const trace of ["heard", "unheard", "again"]) tap.connection(trace, "fetch", 1)(fact, 0);
    // As many as they would be if each took only what it has to.
    for (let i = 0; i < MAX_TAP_BYTES / least; i++) {
      tap.connection(`${i % 10}`, "fetch", 1)(fact, 0);
      if (i % 5 === 0) tap.connection("again", "fetch", 1)(fact, 0);
    }
    assert.deepEqual(all(heard), [{ kind: "forgotten", at: 0, records: 1 }]);
    assert.deepEqual(all(tap.recordsOf("unheard")), []);
    assert.ok(all(tap.recordsOf("again")).length > 0);
    tap.connection("heard", "fetch", 1)(fact, 1);
    assert.equal(all(heard).length, 2, "what comes then is told");
  });
}

test("a listener that leaves is let go of", async (t: TestContext) => {
  const server = await startServer(t);
  const connected = once(server.app.server, "connection");
  const tap = server.ask("GET /api/tap?trace=t1 HTTP/1.1");
  await tap.until('"boot"');
  const [socket] = await connected;
  tap.socket.destroy();
  await once(socket, "close");
  assert.equal(await connectionsOf(server), 0);
});

function connectionsOf({ app }: TestServer): Promise<number> {
  return new Promise((resolve, reject) => {
    app.server.getConnections((error, count) => (error ? reject(error) : resolve(count)));
  });
}
