import assert from "node:assert/strict";
import { test } from "node:test";
import { setImmediate as nextTurn } from "node:timers/promises";
import { ports } from "./http/ports.ts";
import { MAX_HEAD_BYTES, REQUEST_TIMEOUT } from "./limits.ts";
import { RawClient } from "./testing/raw-client.ts";
import { post, startServer, type TestServer } from "./testing/test-server.ts";

/** The playground's own pages, on the ports that this environment gives them. */
const PAGE = `http://localhost:${ports.page}`;
const TWIN = `http://127.0.0.1:${ports.twin}`;

const scripts = {
  ticks:
    "@# Three ticks.\nid: 1\ndata: a\n\nid: 二\ndata: b\n\nid: 3\ndata: c\n\n@attempt 2+\n@status 204\n",
  who: "data: {{attempt}} {{last-event-id}}\n\n",
  hang: "data: x\n\n@hang\n",
  silent: "@hang\n",
  broken: "@wiat 5ms\ndata: {{x}}\n\n",
};

async function text(server: TestServer, path: string, init?: RequestInit): Promise<string> {
  const response = await fetch(server.url(path), init);
  assert.equal(response.status, 200, await response.clone().text());
  return response.text();
}

test("a script is played by its name, by a body that names it, and from a body", async (t) => {
  const server = await startServer(t, scripts);
  const { who } = scripts;
  assert.equal(await text(server, "/api/sse/who"), "data: 1 \n\n");
  assert.equal(await text(server, "/api/sse", post({ name: "who" })), "data: 1 \n\n");
  assert.equal(await text(server, "/api/sse", post({ script: who })), "data: 1 \n\n");
  assert.equal(await text(server, "/api/scripts/who"), who);
});

test("a saved script is named, read and played", async (t) => {
  const server = await startServer(t);
  const saved = await fetch(server.url("/api/scripts"), post({ script: "data: é\n\n" }));
  const { name, url } = JSON.parse(await saved.text());
  assert.equal(saved.status, 201);
  assert.equal(saved.headers.get("location"), `/api/sse/${name}`);
  assert.equal(url, `/api/sse/${name}`);
  assert.equal(await text(server, url), "data: é\n\n");
  assert.equal(await text(server, `/api/scripts/${name}`), "data: é\n\n");
});

const heads: [options: string, name: string, value: string | null][] = [
  ["", "cache-control", "no-cache"],
  ["", "content-type", "text/event-stream"],
  ["", "x-accel-buffering", null],
  ["", "x-content-type-options", null],
  ["?noTransform=1", "cache-control", "no-cache, no-transform"],
  ["?accelBuffering=no", "x-accel-buffering", "no"],
];
test("options are seen in the head, of a GET and of a HEAD", async (t) => {
  const server = await startServer(t, scripts);
  for (const [options, name, value] of heads) {
    for (const method of ["GET", "HEAD"]) {
      const { headers } = await fetch(server.url(`/api/sse/ticks${options}`), { method });
      assert.equal(headers.get(name), value, `${method} ${options} ${name}`);
    }
  }
});

test("without flushHeaders the head leaves with the first byte of the body", async (t) => {
  const server = await startServer(t, scripts);
  const flushed = server.ask("GET /api/sse/silent HTTP/1.1");
  const held = server.ask("GET /api/sse/silent?flushHeaders=0&trace=t1 HTTP/1.1");
  const tap = server.ask("GET /api/tap?trace=t1 HTTP/1.1");
  await tap.until('"head"');
  await flushed.until("\r\n\r\n");
  assert.equal(held.received, "");

  const written = server.ask("GET /api/sse/hang?flushHeaders=0 HTTP/1.1");
  await written.until("data: x");
  assert.match(written.head, /^HTTP\/1.1 200 OK/);
});

test("HEAD gets the head alone, and does not wait for the script", async (t) => {
  const server = await startServer(t, scripts);
  const response = await fetch(server.url("/api/sse/hang"), { method: "HEAD" });
  assert.equal(response.headers.get("content-type"), "text/event-stream");
  assert.equal(await response.text(), "");
});

const resumed: [options: string, headers: Record<string, string>, events: string][] = [
  ["lastEventId=1", {}, "bc"],
  ["lastEventId=%E4%BA%8C", {}, "c"],
  ["", { "Last-Event-ID": "1" }, "bc"],
  // the header's bytes are UTF-8
  ["", { "Last-Event-ID": Buffer.from("二").toString("latin1") }, "c"],
  ["lastEventId=二", { "Last-Event-ID": "1" }, "bc"], // the header wins
];
test("a play goes on after the last event ID, of the header or the option", async (t) => {
  const server = await startServer(t, scripts);
  for (const [options, headers, events] of resumed) {
    const stream = await text(server, `/api/sse/ticks?${options}`, { headers });
    const data = [...stream.matchAll(/^data: (.*)$/gm)].map(([, value]) => value);
    assert.equal(data.join(""), events, `${options} ${JSON.stringify(headers)}`);
  }
});

test("attempts are counted for each trace and lane; without a trace each is the first", async (t) => {
  const server = await startServer(t, scripts);
  const attempts = async (path: string) => (await text(server, path)).split(" ")[1];
  assert.equal(await attempts("/api/sse/who?trace=a&lane=x"), "1");
  assert.equal(await attempts("/api/sse/who?trace=a&lane=x"), "2");
  assert.equal(await attempts("/api/sse/who?trace=a&lane=y"), "1");
  assert.equal(await attempts("/api/sse/who?trace=b&lane=x"), "1");
  assert.equal(await attempts("/api/sse/who?lane=x"), "1");
  assert.equal(await attempts("/api/sse/who?lane=x"), "1");
  // one that never reached the player is none
  assert.equal((await fetch(server.url("/api/sse/broken?trace=a&lane=x"))).status, 422);
  assert.equal(await attempts("/api/sse/who?trace=a&lane=x"), "3");
});

test("the page's own origins may read everything, others nothing", async (t) => {
  const server = await startServer(t, scripts);
  for (const path of ["/api/sse/who", "/api/clock", "/api/sse/broken", "/api/nothing"]) {
    const own = await fetch(server.url(path), { headers: { Origin: PAGE } });
    assert.equal(own.headers.get("access-control-allow-origin"), PAGE, path);
    assert.equal(own.headers.get("access-control-allow-credentials"), "true");
    assert.equal(own.headers.get("timing-allow-origin"), PAGE);
    assert.match(own.headers.get("access-control-expose-headers") ?? "", /Content-Encoding/);
    assert.match(own.headers.get("vary") ?? "", /Origin/);
    await own.text();

    const foreign = await fetch(server.url(path), { headers: { Origin: "http://evil.example" } });
    assert.equal(foreign.headers.get("access-control-allow-origin"), null, path);
    assert.equal(foreign.headers.get("timing-allow-origin"), null);
    assert.match(foreign.headers.get("vary") ?? "", /Origin/);
    await foreign.text();
  }
});

test("a preflight for the POST is answered for the page's own origins only", async (t) => {
  const server = await startServer(t, scripts);
  const ask = (origin: string) =>
    fetch(server.url("/api/sse"), {
      method: "OPTIONS",
      headers: {
        Origin: origin,
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "content-type",
      },
    });
  const own = await ask(TWIN);
  assert.equal(own.status, 204);
  assert.equal(own.headers.get("access-control-allow-origin"), TWIN);
  assert.match(own.headers.get("access-control-allow-methods") ?? "", /POST/);
  assert.match(own.headers.get("access-control-allow-headers") ?? "", /Content-Type/i);
  const foreign = await ask("http://127.0.0.1:9999");
  assert.equal(foreign.headers.get("access-control-allow-origin"), null);
});

test("a Host that is not this machine's is refused, whatever it asks for", async (t) => {
  const server = await startServer(t, scripts);
  for (const path of ["/api/sse/hang", "/api/tap?trace=a", "/api/nothing", "/"]) {
    const response = await server.app.inject({ url: path, headers: { host: "evil.example:3333" } });
    assert.equal(response.statusCode, 403);
    assert.equal(response.json().code, "host");
    assert.match(response.json().detail, /start it with ALLOWED_HOSTS=evil.example if it should$/);
  }
});

test("the log has one line for each stream, at its end", async (t) => {
  const server = await startServer(t, scripts);
  await text(server, "/api/sse/who?trace=a&lane=x");
  await fetch(server.url("/api/clock")).then((response) => response.json());
  const [, line, ...more] = server.log; // the first says where it listens
  const expected = { lane: "x", attempt: 1, name: "who", status: 200, why: "played" };
  assert.partialDeepStrictEqual(line, { ...expected, writes: 1, bytes: 10 });
  assert.deepEqual(more, []);
});

/** The slowest request could live twice in so many signs of life of the tap, one a second. */
const SIGNS = 2 * (REQUEST_TIMEOUT / 1000);
const slow: [what: string, request: string][] = [
  ["a slow head", "GET /api/health HTTP/1.1\nHost: localhost\nX-Slow: "],
  [
    "a slow body",
    "POST /api/sse HTTP/1.1\nHost: localhost\nContent-Type: application/json\nContent-Length: 9000\n\n",
  ],
];
test("whoever sends slowly is cut, with a reason, after the time that has the name", async (t) => {
  const server = await startServer(t);
  const tap = server.ask("GET /api/tap?trace=a HTTP/1.1");
  const clients = slow.map(([, request]) => new RawClient(t, server.port, request));
  const lived = Promise.all(clients.map(({ ended }) => ended));
  const cut = Promise.race([lived.then(() => "cut"), aliveFor(tap, SIGNS)]);
  const drip = setInterval(() => {
    for (const { socket } of clients) if (socket.writable) socket.write("x");
  }, 100);
  t.after(() => clearInterval(drip));
  assert.equal(await cut, "cut");
  for (const [at, [what]] of slow.entries()) {
    assert.match(clients[at]?.received ?? "", /^HTTP\/1.1 408 .*"code":"too-slow"/s, what);
  }
});

async function aliveFor(tap: RawClient, signs: number): Promise<string> {
  while (tap.received.split('"alive"').length <= signs) await tap.untilMore();
  return `${signs} signs of life later`;
}

test("what is no request is answered with a problem", async (t) => {
  const server = await startServer(t);
  const asked: [text: string, answer: RegExp][] = [
    ["nonsense\n\n", /^HTTP\/1.1 400 .*"code":"not-http"/s],
    [
      `GET / HTTP/1.1\nX-Long: ${"x".repeat(MAX_HEAD_BYTES)}\n\n`,
      /^HTTP\/1.1 431 .*"code":"head-too-large"/s,
    ],
  ];
  for (const [text, answer] of asked) {
    const client = new RawClient(t, server.port, text);
    await client.ended;
    assert.match(client.received, answer);
  }
});

test("the clock tells epoch ms", async (t) => {
  const server = await startServer(t);
  const before = performance.timeOrigin + performance.now();
  const { now } = JSON.parse(await text(server, "/api/clock"));
  const after = performance.timeOrigin + performance.now();
  assert.ok(before <= now && now <= after);
  assert.deepEqual(JSON.parse(await text(server, "/api/health")), { status: "ok" });
});

test("closing ends plays and taps properly, and says why", async (t) => {
  const server = await startServer(t, scripts);
  const tap = server.ask("GET /api/tap?trace=a HTTP/1.1");
  const play = server.ask("GET /api/sse/hang?trace=a HTTP/1.1");
  await play.until("data: x");
  await tap.until('"write"');
  await server.app.close();
  await Promise.all([play.ended, tap.ended]);
  assert.deepEqual(play.chunks, ["data: x\n\n", ""]);
  assert.equal(tap.chunks.at(-1), "");
  assert.match(tap.received, /"kind":"end","reason":\{"why":"shutdown"\}/);
});

test("a client that reads nothing does not keep the server from closing", async (t) => {
  const line = `data: ${"x".repeat(60_000)}\n\n`;
  const server = await startServer(t, { endless: `@repeat\n${line}@end\n` });
  const play = server.ask("GET /api/sse/endless HTTP/1.1");
  await play.until("data: x");
  play.socket.pause();
  await server.app.close();
});

test("a client that leaves before it was answered leaves nothing behind", async (t) => {
  const server = await startServer(t, scripts);
  for (let i = 0; i < 20; i++) server.ask("GET /api/sse/hang HTTP/1.1").socket.destroySoon();
  const reasons = () => server.log.flatMap(({ why }) => (why === undefined ? [] : [why]));
  while (reasons().length < 20) await nextTurn();
  assert.deepEqual([...new Set(reasons())], ["left"]);
});
