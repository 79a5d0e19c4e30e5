import assert from "node:assert/strict";
import { once } from "node:events";
import { test } from "node:test";
import { promisify } from "node:util";
import {
  brotliCompress,
  constants,
  createBrotliCompress,
  createGzip,
  createZstdCompress,
  deflate,
  gzip,
} from "node:zlib";
import type { Meant } from "../../trace/run/passing.ts";
import { MAX_WATCHED, SLAB_BYTES } from "../limits.ts";
import type { RawRecord } from "../tap/kept-records.ts";
import { Tap } from "../tap/tap.ts";
import { proxied } from "./testing/target.ts";

const STREAM = { "Content-Type": "text/event-stream" };

function textOf(records: readonly RawRecord[]): string {
  const writes = records.flatMap((record) => (record.kind === "write" ? [record.bytes] : []));
  return Buffer.concat(writes).toString();
}

const kindsOf = (records: readonly RawRecord[]) => records.map(({ kind }) => kind);

test("an event stream is told as the server's own plays are", async (t) => {
  const proxy = await proxied(t, async (_request, response) => {
    response.writeHead(200, STREAM).flushHeaders();
    response.write("data: 1\n\n");
    await proxy.listed(([one]) => one?.events === 1);
    response.end("id: 7\ndata: 2\n\n");
  });
  const response = await fetch(proxy.url("/events"), { headers: { "Last-Event-ID": "3" } });
  await response.text();
  const [one] = await proxy.listed(([one]) => one?.state === "ended");
  assert.ok(one);
  const { method, url, status, meant, coding, events, redirect } = one;
  assert.deepEqual(
    { method, url, status, meant, coding, events, redirect },
    {
      method: "GET",
      url: "/events",
      status: 200,
      meant: "event-stream",
      coding: "",
      events: 2,
      redirect: null,
    },
  );
  const told = proxy.told(one.number);
  assert.deepEqual(kindsOf(told), ["request", "head", "write", "write", "end"]);
  const [request, head, first, second, end] = told;
  assert.ok(request?.kind === "request" && head?.kind === "head" && end?.kind === "end");
  assert.ok(request.headers.some(([name, value]) => name === "Last-Event-ID" && value === "3"));
  assert.deepEqual([head.status, head.headers[0]], [200, ["Content-Type", "text/event-stream"]]);
  assert.ok(first?.kind === "write" && second?.kind === "write");
  assert.deepEqual([first.offset, second.offset], [0, 9]);
  assert.deepEqual([end.reason, end.bytes, end.writes], [{ why: "target-ended" }, 24, 2]);
  assert.ok(request.at <= head.at && head.at <= first.at && first.at <= second.at);
});

const meant: [type: string | null, body: string, meant: Meant | null][] = [
  ["text/event-stream; charset=utf-8", "data: 1\n\n", "event-stream"],
  ["TEXT/EVENT-STREAM", "", "event-stream"],
  ["application/x-ndjson", '{"a":1}\n{"a":2}\n', "ndjson"],
  ["application/jsonl", "{}\n", "ndjson"],
  ["text/plain", "data: 1\n\n", "data-lines"],
  ["text/html; charset=utf-8", "\ufeff\nevent: x\ndata: 1\n\n", "data-lines"],
  [null, ": hello\n\ndata: 1\n\n", "data-lines"],
  ["application/json", "data: {}\n\n", "data-lines"],
  ["text/html", "<p>data: 1", null],
  ["application/json", '{"data": 1}', null],
  ["image/png", "data: 1\n\n", null],
  ["text/plain", "", null],
];
for (const [type, body, expected] of meant) {
  test(`${JSON.stringify(body)} as ${type} is ${expected ?? "no stream"}`, async (t) => {
    const proxy = await proxied(t, (_request, response) => {
      response.writeHead(200, type === null ? {} : { "Content-Type": type });
      response.flushHeaders();
      response.end(body);
    });
    await (await fetch(proxy.url("/"))).text();
    const listed = await proxy.listed(([one]) => one === undefined || one.state === "ended");
    assert.deepEqual(listed[0]?.meant ?? null, expected);
    if (expected !== null) assert.equal(textOf(proxy.told(1)), body);
  });
}

test("whatever answers somebody who wants an event stream is told", async (t) => {
  const proxy = await proxied(t, (_request, response) => {
    response.writeHead(404, { "Content-Type": "text/html" }).end("<p>nothing");
  });
  await (await fetch(proxy.url("/"), { headers: { Accept: "text/event-stream" } })).text();
  const [one] = await proxy.listed(([one]) => one?.state === "ended");
  assert.deepEqual([one?.meant, one?.status], ["asked", 404]);
  const [request] = proxy.told(1);
  assert.ok(request?.kind === "request");
  assert.equal(request.lane, "eventsource");
});

test("JSON that goes on coming is streamed, and its beginning is told too", async (t) => {
  const proxy = await proxied(t, async (_request, response) => {
    response.writeHead(200, { "Content-Type": "application/json" });
    response.write("[1,\n");
    const repeat = setInterval(() => response.write("2,\n"), 20);
    await proxy.listed(([one]) => one?.meant === "json");
    clearInterval(repeat);
    response.end("3]\n");
  });
  await (await fetch(proxy.url("/"))).text();
  await proxy.listed(([one]) => one?.state === "ended");
  assert.match(textOf(proxy.told(1)), /^\[1,\n(2,\n)+3\]\n$/);
});

const codings = {
  gzip: promisify(gzip),
  deflate: promisify(deflate),
  br: promisify(brotliCompress),
};
for (const [coding, compress] of Object.entries(codings)) {
  test(`a body that passes as ${coding} is not touched, and a copy of it is told`, async (t) => {
    const body = await compress("data: 1\n\ndata: 2\n\n".repeat(50));
    const proxy = await proxied(t, (_request, response) => {
      response.writeHead(200, { ...STREAM, "Content-Encoding": coding }).end(body);
    });
    const client = proxy.ask("GET / HTTP/1.1");
    await client.until("\r\n0\r\n\r\n");
    assert.equal(client.chunks.join(""), body.toString("latin1"));
    const [one] = await proxy.listed(([one]) => one?.state === "ended");
    assert.deepEqual([one?.coding, one?.events], [coding, 100]);
    const told = proxy.told(1);
    assert.equal(textOf(told), "data: 1\n\ndata: 2\n\n".repeat(50));
    const packed = told.reduce((sum, one) => sum + (one.kind === "packed" ? one.length : 0), 0);
    assert.equal(packed, body.length);
    const end = told.at(-1);
    assert.ok(end?.kind === "end");
    assert.equal(end.bytes, 900);
  });
}

test("what is flushed compressed is told as it passes", async (t) => {
  for (const compressor of [
    createGzip({ flush: constants.Z_SYNC_FLUSH }),
    createBrotliCompress({ flush: constants.BROTLI_OPERATION_FLUSH }),
    createZstdCompress({ flush: constants.ZSTD_e_flush }),
  ]) {
    const coding = compressor.constructor.name.replace(/Compress$/, "");
    const names: Record<string, string> = { Gzip: "gzip", Brotli: "br", Zstd: "zstd" };
    const proxy = await proxied(t, async (_request, response) => {
      response.writeHead(200, { ...STREAM, "Content-Encoding": names[coding] ?? coding });
      compressor.pipe(response);
      for (const number of [1, 2, 3]) {
        compressor.write(`data: ${number}\n\n`);
        await proxy.listed(([one]) => one?.events === number);
      }
      compressor.end();
    });
    const client = proxy.ask("GET / HTTP/1.1");
    await client.until("\r\n0\r\n\r\n");
    await proxy.listed(([one]) => one?.state === "ended");
    const told = kindsOf(proxy.told(1)).join(" ");
    assert.match(
      told,
      /^request head (packed )+write (packed )+write (packed )+write (packed )*end$/,
    );
  }
});

test("a copy that cannot be decoded is given up, and that is said", async (t) => {
  for (const [coding, why] of [
    ["gzip", "damaged"],
    ["rot13", "unknown-coding"],
  ] as const) {
    const proxy = await proxied(t, (_request, response) => {
      response.writeHead(200, { ...STREAM, "Content-Encoding": coding });
      response.write("qngn: 1\n\n");
      response.end("qngn: 2\n\n");
    });
    const client = proxy.ask("GET / HTTP/1.1");
    await client.until("\r\n0\r\n\r\n");
    assert.equal(client.chunks.join(""), "qngn: 1\n\nqngn: 2\n\n");
    await proxy.listed(([one]) => one?.state === "ended");
    const said = proxy.told(1).filter(({ kind }) => kind === "unreadable");
    assert.deepEqual(
      said.map((record) => record.kind === "unreadable" && record.why),
      [why],
    );
  }
});

test("credentials are in nothing that is told, and bodies of requests neither", async (t) => {
  const proxy = await proxied(t, (request, response) => {
    request.resume();
    response.writeHead(200, {
      ...STREAM,
      "Set-Cookie": "a=s3cret",
      Location: "/?code=s3cret",
      "X-You-Sent": request.headers.authorization ?? "",
    });
    response.end("data: you sent s3cret\n\n");
  });
  const headers = {
    Authorization: "Bearer s3cret",
    Cookie: "a=s3cret",
    "X-Api-Key": "s3cret",
    "x-csrf-token": "s3cret",
    Referer: "http://localhost/?access_token=s3cret&b=2",
  };
  const init = { method: "POST", headers, body: "s3cret" };
  await (await fetch(proxy.url("/?token=s3cret&a=1&apiKey=s3cret"), init)).text();
  const [one] = await proxy.listed(([one]) => one?.state === "ended");
  assert.equal(one?.url, "/?token=(redacted)&a=1&apiKey=(redacted)");
  const told = JSON.stringify([one, ...proxy.told(1)]);
  assert.doesNotMatch(told, /s3cret/);
  assert.equal(textOf(proxy.told(1)), "data: you sent ******\n\n"); // sizes and offsets stay true
  assert.match(told, /"Bearer \(redacted\)"/);
  assert.match(told, /\["referer","http:\/\/localhost\/\?access_token=\(redacted\)&b=2"\]/i);
});

test("the list is bounded: what is over goes first, and how much is gone is said", async (t) => {
  const proxy = await proxied(t, (request, response) => {
    response.writeHead(200, STREAM).flushHeaders();
    if (request.url !== "/first") response.end("data: 1\n\n");
  });
  const first = proxy.ask("GET /first HTTP/1.1");
  await first.until("\r\n\r\n");
  for (let at = 0; at < MAX_WATCHED + 5; at++) await (await fetch(proxy.url(`/${at}`))).text();
  const listed = await proxy.listed((all) => all.at(-1)?.state === "ended");
  assert.equal(listed.length, MAX_WATCHED);
  assert.deepEqual([listed[0]?.url, listed[1]?.url], ["/first", "/6"]);
  assert.equal(proxy.proxy.watched.list.dropped, 6);
  assert.deepEqual(proxy.told(2), []);
});

test("streams that outgrow what all may take are thinned, the oldest first, to their heads and ends", () => {
  const tap = new Tap(12 * SLAB_BYTES, 10, "thin");
  const kept = (trace: string) =>
    Array.from(tap.recordsOf(trace).after(0), ({ record }) => record.kind);
  for (const trace of ["1", "2"]) {
    const tell = tap.connection(trace, "fetch", 1);
    tell({ kind: "head", status: 200, headers: [] }, 0);
    for (let at = 0; at < 100; at++) {
      tell({ kind: "packed", coding: "gzip", length: 1 }, at);
      const bytes = new Uint8Array(SLAB_BYTES / 10);
      tell({ kind: "write", offset: at * bytes.length, bytes, line: 0 }, at);
    }
    tell(
      { kind: "end", reason: { why: "target-ended" }, bytes: 10 * SLAB_BYTES, writes: 100 },
      100,
    );
  }
  assert.deepEqual(kept("1"), ["head", "forgotten", "end"]);
  assert.deepEqual([...kept("2").slice(0, 2), kept("2").at(-1)], ["head", "forgotten", "end"]);
  assert.ok(kept("2").length > 20);
});

test("a stream that outgrows its bound keeps its head, and says what is gone", async (t) => {
  const piece = Buffer.alloc(1024 * 1024, `data: ${"x".repeat(1000)}\n\n`);
  const proxy = await proxied(t, async (_request, response) => {
    response.writeHead(200, STREAM);
    for (let at = 0; at < 24; at++) if (!response.write(piece)) await once(response, "drain");
    response.end();
  });
  await (await fetch(proxy.url("/"))).arrayBuffer();
  await proxy.listed(([one]) => one?.state === "ended");
  const told = proxy.told(1);
  assert.deepEqual(kindsOf(told).slice(0, 2), ["request", "head"]);
  assert.ok(textOf(told).length < 17 * 1024 * 1024);
  const { tap } = proxy.proxy.watched;
  const all = Array.from(tap.recordsOf("1").after(0)).flatMap(({ record }) =>
    record.kind === "forgotten" ? [record.records] : [],
  );
  assert.equal(all.length, 1);
  assert.ok((all[0] ?? 0) > 0);
});

test("a client that comes back is one stream, and whoever only looks like it is another", async (t) => {
  const proxy = await proxied(t, (_request, response) => {
    response.writeHead(200, STREAM).end("id: 1\ndata: 1\n\n");
  });
  const asks = async (path: string, more: Record<string, string> = {}) => {
    const headers = { Accept: "text/event-stream", Referer: "http://localhost/one", ...more };
    await (await fetch(proxy.url(path), { headers })).text();
    await proxy.listed((all) => all.every(({ state }) => state === "ended"));
  };
  await asks("/events");
  await asks("/events", { "Last-Event-ID": "1" });
  await asks("/events", { Referer: "http://localhost/two" });
  await asks("/others");
  await asks("/events", { "User-Agent": "another" });
  await asks("/events", { Accept: "text/event-stream, */*" }); // no browser's EventSource
  await asks("/events");
  const listed = await proxy.listed(() => true);
  assert.deepEqual(
    listed.map(({ trace, attempts, events }) => [trace, attempts, events]),
    [
      ["1", 3, 3],
      ["3", 1, 1],
      ["4", 1, 1],
      ["5", 1, 1],
      ["6", 1, 1],
    ],
  );
  const ends = proxy.told(1).filter(({ kind }) => kind === "end");
  assert.deepEqual(
    ends.map((end) => end.kind === "end" && end.attempt),
    [1, 2, 3],
  );
});

test("a client comes back to what is over: not to what is open, was refused, or it left itself and does not resume", async (t) => {
  const proxy = await proxied(t, ({ url }, response) => {
    if (url === "/refused") response.writeHead(500).end();
    else response.writeHead(200, STREAM).flushHeaders();
  });
  const asks = (path: string, ...more: string[]) =>
    proxy.ask(`GET ${path} HTTP/1.1`, "Accept: text/event-stream", ...more);
  const attempts = async (count: number) => {
    const all = await proxy.listed(
      (all) => all.reduce((sum, one) => sum + one.attempts, 0) === count,
    );
    return all.map((one) => one.attempts);
  };
  const first = asks("/open");
  await first.until("\r\n\r\n");
  const second = asks("/open");
  await second.until("\r\n\r\n");
  assert.deepEqual(await attempts(2), [1, 1]);
  first.socket.destroy();
  await proxy.listed(([one]) => one?.state === "left");
  await asks("/open").until("\r\n\r\n");
  assert.deepEqual(await attempts(3), [1, 1, 1]);
  await asks("/open", "Last-Event-ID: 1").until("\r\n\r\n");
  assert.deepEqual(await attempts(4), [2, 1, 1]);
  for (const _twice of [1, 2]) await asks("/refused").until("\r\n0\r\n\r\n");
  assert.deepEqual((await attempts(6)).slice(3), [1, 1]);
});
