import assert from "node:assert/strict";
import { test } from "node:test";
import fastify from "fastify";
import { MAX_HEAD_BYTES } from "../limits.ts";
import { startServer, type TestServer } from "../testing/test-server.ts";
import { Wire } from "../wire/wire.ts";
import { listen } from "./listen.ts";
import { ports } from "./ports.ts";
import { sandboxed } from "./protection.ts";

const PAGE = `http://localhost:${ports.page}`;

const scripts = { html: "@header Content-Type: text/html\ndata: x\n\n", broken: "@wiat\n" };

const JSON_TYPE = "Content-Type: application/json";

type Row = [requestLine: string, headers: string[], body: string];

/** Returns what is left unread is a GET without a body. */
const get = (path: string, ...headers: string[]): Row => [`GET ${path} HTTP/1.1`, headers, ""];
const post = (path: string, body: object, ...headers: string[]): Row => {
  const text = JSON.stringify(body);
  return [`POST ${path} HTTP/1.1`, [JSON_TYPE, `Content-Length: ${text.length}`, ...headers], text];
};

const preflight = [`Origin: ${PAGE}`, "Access-Control-Request-Method: POST"];

const plays: Row[] = [
  get("/api/sse/html"),
  get("/%61pi/sse/html"), // the router decodes it
  post("/api/sse", { name: "html" }),
  post("/api/sse", { script: scripts.html }),
];
const chats: Row[] = [get("/api/chat?prompt=x"), post("/api/chat", { message: "x" })];
const others: Row[] = [
  get("/api/scripts"),
  get("/api/scripts/html"),
  post("/api/scripts", { script: "data: x\n\n" }),
  get("/api/tap?trace=t"),
  get("/api/chat/about"),
  post("/api/chats", { message: "x" }),
  get("/api/chats/none"),
  ["DELETE /api/chat/answers/none HTTP/1.1", [], ""],
  post("/api/faults", {}),
  post("/api/cookie", {}),
  get("/api/clock"),
  get("/api/health"),
  get("/api/nothing"),
  get("/api"),
  get("/api/sse/none"),
  get("/api/sse/broken"),
  get("/api/sse/%zz"),
  get("/api/sse/html?x=1"),
  get("/api/sse/html", "Sec-Fetch-Dest: iframe"),
  post("/api/sse", {}),
  ["OPTIONS /api/sse HTTP/1.1", preflight, ""],
  ["OPTIONS /api/sse HTTP/1.1", [], ""],
  get("/"),
  // Node refuses these before they are requests.
  get("/", `X: ${"x".repeat(MAX_HEAD_BYTES)}`),
  ["nonsense", [], ""],
];
test("whatever is answered is sandboxed, framed by nobody, and sniffed only where it is a play", async (t) => {
  const server = await startServer(t, scripts);
  for (const [rows, sniffed] of [
    [plays, true],
    [chats, false],
    [others, false],
  ] as const) {
    for (const row of rows) {
      const head = await headOf(server, row);
      assert.match(head, /^content-security-policy: sandbox; frame-ancestors 'self'$/im, row[0]);
      assert.match(head, /^x-frame-options: SAMEORIGIN$/im, row[0]);
      assert.equal(/^x-content-type-options: nosniff$/im.test(head), !sniffed, row[0]);
    }
  }
});

const shown =
  "document iframe frame embed object script style worker sharedworker serviceworker image";
test("a stream answers whoever reads it, and nothing that would show or run it", async (t) => {
  const server = await startServer(t, scripts);
  for (const [line, headers, body] of [...plays, ...chats]) {
    for (const destination of ["empty", undefined]) {
      const said = destination === undefined ? [] : [`Sec-Fetch-Dest: ${destination}`];
      const head = await headOf(server, [line, [...headers, ...said], body]);
      assert.match(head, /^HTTP\/1.1 200 /, line);
    }
    for (const destination of [...shown.split(" "), "empty, document", ""]) {
      const client = ask(server, [line, [...headers, `Sec-Fetch-Dest: ${destination}`], body]);
      await client.until('"detail"');
      await client.until("}");
      assert.match(client.head, /^HTTP\/1.1 403 /, `${line} as ${destination}`);
      assert.match(client.received, /"code":"destination".*on the page, or with `curl -N`"/);
    }
  }
});

test("whatever is played, its head keeps the protection", async (t) => {
  const app = fastify();
  t.after(() => app.close());
  app.get("/", async (_request, reply) => {
    for (const [name, value] of sandboxed) reply.header(name, value);
    const wire = new Wire(reply, { leave() {} });
    wire.head(200, [
      ["content-security-POLICY", "default-src *"],
      ["X-FRAME-OPTIONS", "ALLOWALL"],
    ]);
    wire.end();
  });
  const { headers } = await fetch(`http://127.0.0.1:${await listen(app, 0)}/`);
  for (const [name, value] of sandboxed) assert.equal(headers.get(name), value);
});

function ask(server: TestServer, [line, headers, body]: Row) {
  const client = server.ask(line, ...headers, "Connection: close");
  client.socket.write(body);
  return client;
}

async function headOf(server: TestServer, row: Row): Promise<string> {
  const client = ask(server, row);
  await client.until("\r\n\r\n");
  client.socket.destroy();
  return client.head.replaceAll("\r", "");
}
