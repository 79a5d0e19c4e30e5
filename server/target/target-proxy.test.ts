import assert from "node:assert/strict";
import { EventEmitter, once } from "node:events";
import { createServer, get, type IncomingMessage, request, type ServerResponse } from "node:http";
import { createServer as createTls } from "node:https";
import { test } from "node:test";
import { setImmediate as turn } from "node:timers/promises";
import { isOwnOrigin } from "../http/origins.ts";
import { COOKIE } from "../http/room.ts";
import { MAX_TARGET_HEAD_BYTES } from "../limits.ts";
import { RawClient } from "../testing/raw-client.ts";
import { cert, key } from "./testing/self-signed.ts";
import { proxied, proxiedRaw, proxyBefore, proxyTo } from "./testing/target.ts";

/** Hands each request of a server to a test that waits for it. */
function asks() {
  const arrivals = new EventEmitter();
  return {
    take: (request: IncomingMessage, response: ServerResponse) => {
      arrivals.emit("ask", request, response);
    },
    async next(): Promise<{ request: IncomingMessage; response: ServerResponse }> {
      const [request, response] = await once(arrivals, "ask");
      return { request, response };
    },
  };
}

const STREAM = { "Content-Type": "text/event-stream" };

test("each write passes before the next is made, and the head before the first", async (t) => {
  const { take, next } = asks();
  const proxy = await proxied(t, take);
  const asked = next();
  const client = proxy.ask("GET /events?a=b HTTP/1.1");
  const { request, response } = await asked;
  assert.equal(request.url, "/events?a=b");
  response.writeHead(200, STREAM).flushHeaders();
  await client.until("\r\n\r\n");
  for (const text of ["data: 1\n\n", "data: 2", "\n\n", ": \u00e9\n"]) {
    response.write(text, "latin1");
    await client.until(text);
  }
  response.end();
  await client.until("\r\n0\r\n\r\n");
  assert.deepEqual(client.chunks, ["data: 1\n\n", "data: 2", "\n\n", ": \u00e9\n", ""]);
});

test("a request passes as it stands, its Host but where that names the proxy", async (t) => {
  const received: string[] = [];
  const proxy = await proxiedRaw(t, (socket) => {
    socket.setEncoding("latin1");
    socket.on("data", (text) => {
      received.push(String(text));
      if (received.join("").includes("body")) socket.end("HTTP/1.1 204 No Content\r\n\r\n");
    });
  });
  const client = proxy.ask(
    "PUT /a%2Fb/../c?x=%zz HTTP/1.1",
    "X-Odd-CASE: one",
    "x-odd-case: two",
    `Cookie: s=1; ${COOKIE}=s3cret; t=2`,
    `cookie: ${COOKIE}=s3cret`,
    "X-UTF: \u00c3\u00a9",
    "Connection: close, X-Hop",
    "X-Hop: gone",
    "Content-Length: 4",
  );
  client.socket.write("body");
  await client.until("204");
  const text = received.join("");
  const head = text.slice(0, text.indexOf("\r\n\r\n"));
  assert.deepEqual(head.split("\r\n"), [
    "PUT /a%2Fb/../c?x=%zz HTTP/1.1",
    `Host: ${new URL(proxy.origin).host}`,
    "X-Odd-CASE: one",
    "x-odd-case: two",
    "Cookie: s=1; t=2", // the presenter's is not for strangers
    // The test's client writes its text as UTF-8.
    `X-UTF: ${Buffer.from("\u00c3\u00a9").toString("latin1")}`,
    "Content-Length: 4",
    "Connection: close",
  ]);
});

test("an answer's head passes as it stands", async (t) => {
  const head = [
    "HTTP/1.1 299 Quite fine",
    "Set-Cookie: a=1",
    "set-cookie: b=2",
    "X-Latin: \u00e9",
    "Content-Length: 2",
    "Keep-Alive: timeout=1",
  ];
  const proxy = await proxiedRaw(t, (socket) => {
    socket.once("data", () => socket.end(`${head.join("\r\n")}\r\n\r\nok`, "latin1"));
  });
  const client = proxy.ask("GET / HTTP/1.1", "Connection: close");
  await client.until("\r\n\r\nok");
  assert.deepEqual(client.head.split("\r\n"), [...head.slice(0, 5), "Connection: close"]);
});

test("a body passes upward as it comes, and its head before it", async (t) => {
  const { take, next } = asks();
  const proxy = await proxied(t, take);
  const asked = next();
  const client = proxy.ask("POST / HTTP/1.1", "Transfer-Encoding: chunked");
  const { request, response } = await asked;
  for (const text of ["one", "two"]) {
    client.socket.write(`3\r\n${text}\r\n`);
    const [bytes] = await once(request, "data");
    assert.equal(String(bytes), text);
  }
  client.socket.write("0\r\n\r\n");
  await once(request.resume(), "end");
  response.end("got it");
  await client.until("got it");
});

test("`100 Continue` is the target's to say", async (t) => {
  const server = createServer();
  server.on("checkContinue", (_request, response) => {
    response.writeHead(417).end("rather not");
  });
  const proxy = await proxyBefore(t, server);
  const client = proxy.ask("POST / HTTP/1.1", "Content-Length: 4", "Expect: 100-continue");
  await client.until("rather not");
  assert.match(client.head, /^HTTP\/1\.1 417 /);
});

test("a client that leaves is gone for the target, in silence and before the head too", async (t) => {
  for (const begins of [true, false]) {
    const { take, next } = asks();
    const proxy = await proxied(t, take);
    const asked = next();
    const client = proxy.ask("GET / HTTP/1.1", "Accept: text/event-stream");
    const { response } = await asked;
    if (begins) {
      response.writeHead(200, STREAM).flushHeaders();
      await client.until("\r\n\r\n");
    }
    const gone = once(response, "close");
    client.socket.destroy();
    await gone;
    assert.equal(response.writableFinished, false);
    await proxy.listed(([one]) => one?.state === "left");
  }
});

const begin = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n";
const cuts: [name: string, body: string, request: string, ended: "fin" | "reset"][] = [
  ["chunked", "Transfer-Encoding: chunked\r\n\r\n9\r\ndata: 1\n\n\r\n", "HTTP/1.1", "fin"],
  ["of a known length", "Content-Length: 99\r\n\r\ndata: 1\n\n", "HTTP/1.1", "fin"],
  // There a proper close would be a proper end.
  [
    "asked by HTTP/1.0",
    "Transfer-Encoding: chunked\r\n\r\n9\r\ndata: 1\n\n\r\n",
    "HTTP/1.0",
    "reset",
  ],
];
for (const [name, body, version, ended] of cuts) {
  test(`a cut body stays cut: ${name}`, async (t) => {
    for (const how of ["destroy", "resetAndDestroy"] as const) {
      const proxy = await proxiedRaw(t, (socket) => {
        socket.once("data", async () => {
          socket.write(begin + body);
          await client.until("data: 1\n\n");
          socket[how]();
        });
      });
      const client = proxy.ask(`GET / ${version}`);
      assert.equal(await client.ended, ended);
      assert.doesNotMatch(client.received, /\r\n0\r\n\r\n/);
      await proxy.listed(([one]) => one?.state === "cut");
    }
  });
}

test("a target that cuts before its head has cut, and nothing is made up", async (t) => {
  const proxy = await proxiedRaw(t, (socket) => {
    socket.once("data", () => socket.resetAndDestroy());
  });
  const client = proxy.ask("GET / HTTP/1.1");
  await client.ended;
  assert.equal(client.received, "");
  await proxy.listed(([one]) => one?.state === "cut");
});

test("a body that the end of the connection ends is ended", async (t) => {
  const proxy = await proxiedRaw(t, (socket) => {
    socket.once("data", () => socket.end(`${begin}\r\ndata: 1\n\n`));
  });
  const client = proxy.ask("GET / HTTP/1.1");
  await client.until("\r\n0\r\n\r\n");
  await proxy.listed(([one]) => one?.state === "ended" && one.events === 1);
});

test("WebSockets, and whatever else changes the protocol, pass both ways", async (t) => {
  const server = createServer();
  server.on("upgrade", (asked, socket) => {
    const { host, upgrade } = asked.headers;
    socket.write(
      `HTTP/1.1 101 Changed\r\nConnection: Upgrade\r\nUpgrade: ${upgrade}\r\nX-Host: ${host}\r\n\r\n`,
    );
    socket.on("data", (bytes: Buffer) => socket.write(`<${bytes}>`));
    socket.on("end", () => socket.end("bye"));
  });
  const proxy = await proxyBefore(t, server);
  const client = proxy.ask("GET /ws HTTP/1.1", "Connection: Upgrade", "Upgrade: echo");
  await client.until("\r\n\r\n");
  assert.match(client.head, /^HTTP\/1\.1 101 Changed\r\n/);
  assert.match(client.head, new RegExp(`X-Host: ${new URL(proxy.origin).host}$`));
  client.socket.write("hello");
  await client.until("<hello>");
  client.socket.end();
  await client.until("bye");
  assert.equal(await client.ended, "fin");
});

test("a target that refuses the new protocol is heard", async (t) => {
  const proxy = await proxied(t, (_request, response) => {
    response.writeHead(426).end("no");
  });
  const client = proxy.ask("GET /ws HTTP/1.1", "Connection: Upgrade", "Upgrade: echo");
  await client.until("HTTP/1.1 426 ");
});

test("a target that is down is a 502 that says so", async (t) => {
  const server = createServer();
  const proxy = await proxyBefore(t, server);
  server.close();
  await once(server, "close");
  for (const method of ["GET", "POST"]) {
    const response = await fetch(proxy.url("/"), { method });
    assert.equal(response.status, 502);
    assert.equal(response.headers.get("content-type"), "application/problem+json");
    assert.match(response.headers.get("content-security-policy") ?? "", /^sandbox/);
    assert.match(
      await response.text(),
      /"code":"target-down","detail":"http:\/\/localhost:\d+ does not answer; start your server, .*ECONNREFUSED/,
    );
  }
  const upgrade = proxy.ask("GET / HTTP/1.1", "Connection: Upgrade", "Upgrade: echo");
  await upgrade.until('"target-down"');
  await proxy.listed(([one]) => one?.state === "down" && one.status === 502);
});

test("what is no HTTP, and TLS where there is none, are said", async (t) => {
  const raw = await proxiedRaw(t, (socket) =>
    socket.once("data", () => socket.end("220 mail\r\n")),
  );
  const response = await fetch(raw.url("/"));
  assert.equal(response.status, 502);
  assert.match(await response.text(), /"target-not-http".*is that the right port/);
  const { port } = new URL(raw.origin);
  const tls = await proxyTo(t, `https://localhost:${port}`);
  assert.match(await (await fetch(tls.url("/"))).text(), /"target-tls".*write TARGET=http:/);
});

test("a certificate that nobody signed needs a flag, which counts for WebSockets too", async (t) => {
  const server = createTls({ key, cert }, (_request, response) => {
    response.writeHead(200, STREAM).end("data: 1\n\n");
  });
  server.on("upgrade", (_asked, socket) => {
    socket.end("HTTP/1.1 101 Changed\r\n\r\n");
  });
  const careful = await proxyBefore(t, server, "https");
  const refused = await fetch(careful.url("/"));
  assert.equal(refused.status, 502);
  assert.match(await refused.text(), /"target-certificate".*TARGET_SELF_SIGNED=1/);
  const trusting = await proxyTo(t, careful.origin, { selfSigned: true });
  assert.equal(await (await fetch(trusting.url("/"))).text(), "data: 1\n\n");
  for (const [proxy, answer] of [
    [careful, '"target-certificate"'],
    [trusting, "101 Changed"],
  ] as const) {
    const client = proxy.ask("GET / HTTP/1.1", "Connection: Upgrade", "Upgrade: echo");
    await client.until(answer);
  }
});

test("a head that is too large gets a sentence, either way", async (t) => {
  const large = "x".repeat(100 * 1024);
  assert.ok(large.length > MAX_TARGET_HEAD_BYTES);
  const proxy = await proxied(t, (request, response) => {
    response.writeHead(200, request.url === "/large" ? { "X-Large": large } : {}).end("fine");
  });
  const asked = proxy.ask("GET / HTTP/1.1", `X-Large: ${large}`);
  await asked.until('"head-too-large"');
  assert.match(asked.head, /^HTTP\/1\.1 431 /);
  const answered = await fetch(proxy.url("/large"));
  assert.match(await answered.text(), /"target-head-too-large"/);
  const usual = await fetch(proxy.url("/"), { headers: { "X-Large": "x".repeat(15_000) } });
  assert.equal(await usual.text(), "fine");
});

test("whoever asks under another name needs to be allowed", async (t) => {
  const proxy = await proxied(t, ({ headers }, response) => {
    response.end(headers.host);
  });
  const { host } = new URL(proxy.origin);
  for (const [name, passed] of [
    [`localhost:${proxy.port}`, host],
    [`127.0.0.1:${proxy.port}`, host],
    [`[::1]:${proxy.port}`, host],
    ["localhost:3000", "localhost:3000"],
    ["evil.example", null],
    [`evil.example:${proxy.port}`, null],
  ] as const) {
    for (const more of [[], ["Connection: Upgrade", "Upgrade: echo"]]) {
      const head = ["GET / HTTP/1.1", `Host: ${name}`, ...more, "", ""].join("\n");
      const client = new RawClient(t, proxy.port, head);
      await client.until(passed === null ? "ALLOWED_HOSTS=evil.example" : `\r\n${passed}`);
    }
  }
  assert.equal(isOwnOrigin(`http://localhost:${proxy.port}`), false);
  assert.equal(isOwnOrigin("http://localhost:3334"), false);
});

test("a client that does not read makes the target wait, and gets it all once it does", async (t) => {
  const piece = Buffer.from(`data: ${"x".repeat(256 * 1024)}\n\n`);
  const most = 160;
  let written = 0;
  let isStalled = false;
  const proxy = await proxied(t, async (_request, response) => {
    response.writeHead(200, STREAM);
    for (; written < most; written++) {
      if (!response.write(piece)) await once(response, "drain");
    }
    response.end();
  });
  const asked = get(proxy.url("/"));
  const [answer]: IncomingMessage[] = await once(asked, "response");
  assert.ok(answer);
  for (let before = -1, turns = 0; turns < 300; turns++, await turn()) {
    if (written > before) turns = 0;
    before = written;
  }
  isStalled = written < most / 2;
  assert.ok(isStalled, `${written} pieces were taken though nobody read`);
  let bytes = 0;
  for await (const read of answer) bytes += read.length;
  assert.equal(bytes, most * piece.length);
});

test("a target that does not read makes the client wait", async (t) => {
  const { take, next } = asks();
  const proxy = await proxied(t, take);
  const asked = next();
  const upload = request(proxy.url("/"), { method: "POST" });
  upload.on("error", () => {});
  const piece = Buffer.alloc(256 * 1024);
  upload.write(piece);
  const { request: atTarget, response } = await asked;
  let written = 1;
  let isFull = false;
  for (let turns = 0; turns < 300 && written < 256; turns++, await turn()) {
    if (!isFull) {
      written++;
      turns = 0;
      isFull = !upload.write(piece);
      upload.once("drain", () => {
        isFull = false;
      });
    }
  }
  assert.ok(written < 128, `${written} pieces were taken though nobody read`);
  upload.end();
  let bytes = 0;
  for await (const read of atTarget) bytes += read.length;
  assert.equal(bytes, written * piece.length);
  response.end("done");
  await once(upload, "response");
});

test("a large body is on its way in small parts", async (t) => {
  const piece = Buffer.alloc(1024 * 1024);
  const pieces = 48;
  let written = 0;
  const proxy = await proxied(t, async (_request, response) => {
    response.writeHead(200, { "Content-Type": "application/zip" });
    for (let at = 0; at < pieces; at++) {
      written += piece.length;
      if (!response.write(piece)) await once(response, "drain");
    }
    response.end();
  });
  let most = 0;
  let bytes = 0;
  const [answer]: IncomingMessage[] = await once(get(proxy.url("/")), "response");
  for await (const read of answer ?? []) {
    most = Math.max(most, written - bytes);
    bytes += read.length;
  }
  assert.equal(bytes, pieces * piece.length);
  // Four sockets' buffers hold some of it; how much memory many streams take is the soak's.
  assert.ok(most < 32 * piece.length, `${most} bytes were on their way at a time`);
  assert.deepEqual(proxy.proxy.watched.list.passing, []);
});

test("a target that never answers is listed, holds nothing up, and is left when its client leaves", async (t) => {
  const { take, next } = asks();
  const proxy = await proxied(t, (request, response) => {
    if (request.url === "/") response.end("here");
    else take(request, response);
  });
  const asked = next();
  const client = proxy.ask("GET /never HTTP/1.1");
  const { response } = await asked;
  const [one] = await proxy.listed(([one]) => one?.state === "waiting");
  assert.equal(one?.url, "/never");
  assert.equal(await (await fetch(proxy.url("/"))).text(), "here");
  const gone = once(response, "close");
  client.socket.destroy();
  await gone;
  await proxy.listed(([one]) => one?.state === "left");
});

test("a redirect that leads past the proxy is told, one that does not is not", async (t) => {
  const proxy = await proxied(t, ({ url = "", headers }, response) => {
    const to = url === "/past" ? `http://${headers.host}/x?token=s3cret` : "/x";
    response.writeHead(302, { Location: to }).end();
  });
  for (const path of ["/within", "/past"]) {
    const { status } = await fetch(proxy.url(path), { redirect: "manual" });
    assert.equal(status, 302);
  }
  const [one, ...others] = await proxy.listed(([one]) => one?.state === "ended");
  assert.deepEqual(others, []);
  assert.equal(one?.redirect, `${proxy.origin}/x?token=(redacted)`);
});
