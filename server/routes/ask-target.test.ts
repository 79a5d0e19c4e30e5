import assert from "node:assert/strict";
import { test } from "node:test";
import { checkAsk } from "../http/asks.ts";
import { isOwnOrigin } from "../http/origins.ts";
import { ports } from "../http/ports.ts";
import { COOKIE } from "../http/room.ts";
import { type Proxied, proxied, proxyTo } from "../target/testing/target.ts";
import { startServer } from "../testing/test-server.ts";

const TRACE = "0123456789abcdef0123456789abcdef";
const ASKED = `/target/fetch.${TRACE}`;
const STREAM = { "Content-Type": "text/event-stream" };
const PAGE = `http://localhost:${ports.page}`;

async function served(t: Parameters<typeof startServer>[0], proxy: Proxied) {
  return startServer(t, {}, undefined, null, undefined, proxy.proxy);
}

test("what is asked under the prefix goes to the target without it, and is told of by the trace's name", async (t) => {
  const asked: [what: string | undefined, headers?: string][] = [];
  const proxy = await proxied(t, (request, response) => {
    asked.push([request.url, JSON.stringify(request.headers)]);
    request.on("data", (text) => asked.push([`body ${text}`]));
    request.on("end", () => response.writeHead(200, STREAM).end("data: 1\n\n"));
  });
  const server = await served(t, proxy);
  const answer = await fetch(server.url(`${ASKED}/events?a=b`), { method: "POST", body: "{x" });
  assert.equal(await answer.text(), "data: 1\n\n");
  await (await fetch(server.url(`${ASKED}?a`))).text();
  const heard = asked.map(([what]) => what);
  assert.deepEqual(heard, ["/events?a=b", "body {x", "/?a"]);
  assert.match(asked[0]?.[1] ?? "", new RegExp(`"host":"${new URL(proxy.origin).host}"`));
  assert.doesNotMatch(asked[0]?.[1] ?? "", /playground/);
  const { tap, list } = proxy.proxy.watched;
  assert.deepEqual(
    list.passing.map(({ trace, meant, attempts }) => [trace, meant, attempts]),
    [[TRACE, "event-stream", 2]],
  );
  const told: string[] = [];
  for (const { record } of tap.recordsOf(TRACE).after(0)) {
    if ("lane" in record) told.push(`${record.lane} ${record.attempt} ${record.kind}`);
  }
  const each = (n: number) =>
    ["request", "head", "write", "end"].map((kind) => `fetch ${n} ${kind}`);
  assert.deepEqual(told, [...each(1), ...each(2)]);
});

test("an answer that is no stream is told of, too: somebody asked for it here", async (t) => {
  const proxy = await proxied(t, (_request, response) => void response.end("<h1>Hello</h1>"));
  const server = await served(t, proxy);
  await (await fetch(server.url(`${ASKED}/`))).text();
  await proxy.listed(([one]) => one?.state === "ended" && one.meant === "asked");
});

test("where a redirect leads to is asked for on the same attempt", async (t) => {
  const proxy = await proxied(t, ({ url }, response) => {
    if (url === "/") response.writeHead(302, { Location: "/events" }).end();
    else response.writeHead(200, STREAM).end("data: 1\n\n");
  });
  const server = await served(t, proxy);
  await (await fetch(server.url(`${ASKED}/`))).text();
  const [one] = await proxy.listed(([one]) => one?.state === "ended" && one.status === 200);
  assert.deepEqual([one?.url, one?.attempts, one?.events], ["/", 1, 1]);
});

test("an answer is read by our page alone, and never shown, framed or run; what it says of that is left out", async (t) => {
  const proxy = await proxied(t, (_request, response) => {
    response
      .writeHead(200, {
        "Content-Type": "text/html",
        "Content-Security-Policy": "default-src *",
        "Access-Control-Allow-Origin": "*",
        "Clear-Site-Data": "*",
        "Set-Cookie": [`${COOKIE}=mine; Path=/api`, "theirs=1"],
        "X-Theirs": "1",
      })
      .end("<script>");
  });
  const server = await served(t, proxy);
  const { headers } = await fetch(server.url(`${ASKED}/`), { headers: { Origin: PAGE } });
  assert.deepEqual(
    [
      "content-security-policy",
      "x-content-type-options",
      "cross-origin-resource-policy",
      "x-frame-options",
      "access-control-allow-origin",
      "access-control-allow-credentials",
      "clear-site-data",
      "x-theirs",
    ].map((name) => headers.get(name)),
    [
      "sandbox; frame-ancestors 'self'",
      "nosniff",
      "same-origin",
      "SAMEORIGIN",
      PAGE,
      "true",
      null,
      "1",
    ],
  );
  assert.match(headers.get("access-control-expose-headers") ?? "", /X-Theirs/);
  assert.deepEqual(headers.getSetCookie(), ["theirs=1"]);
});

test("a redirect to the target leads under the prefix; one to elsewhere stays", async (t) => {
  const proxy = await proxied(t, (request, response) => {
    const to = decodeURIComponent(request.url?.split("?to=")[1] ?? "");
    response.writeHead(302, { Location: to }).end();
  });
  const server = await served(t, proxy);
  for (const [to, expected] of [
    ["/next?x=1", `${ASKED}/next?x=1`],
    ["next", `${ASKED}/a/next`],
    [`${proxy.origin}/there`, `${ASKED}/there`],
    ["http://example.test/", "http://example.test/"],
  ] as const) {
    const url = server.url(`${ASKED}/a/b?to=${encodeURIComponent(to)}`);
    const { headers } = await fetch(url, { redirect: "manual" });
    assert.equal(headers.get("location"), expected);
  }
});

test("whoever may not ask is told so, and the target never hears of it", async (t) => {
  let heard = 0;
  const proxy = await proxied(t, (_request, response) => {
    heard++;
    response.end();
  });
  const server = await served(t, proxy);
  const foreign = "http://localhost:8080";
  assert.ok(!isOwnOrigin(foreign));
  const rows: [code: string, path: string, ...headers: string[]][] = [
    ["foreign-page", ASKED, `Origin: ${foreign}`],
    ["foreign-page", ASKED, "Sec-Fetch-Site: cross-site"],
    ["foreign-page", ASKED, "Sec-Fetch-Site: same-site"],
    ["no-ask", "/target/events"],
    ["no-ask", "/target/"],
    ["no-ask", `/target/other.${TRACE}/`],
    ...["document", "iframe", "frame", "script", "style", "worker", "serviceworker", "image"].map(
      (to): [string, string, string, string] => [
        "destination",
        ASKED,
        "Sec-Fetch-Site: same-origin",
        `Sec-Fetch-Dest: ${to}`,
      ],
    ),
  ];
  for (const [code, path, ...headers] of rows) {
    const client = server.ask(`GET ${path} HTTP/1.1`, ...headers);
    await client.until("}");
    assert.match(client.received, new RegExp(`"code":"${code}"`), `${path} ${headers}`);
    assert.match(client.head, /content-security-policy: sandbox/i);
  }
  assert.equal(heard, 0);
});

test("in a room the target is asked from its own machine alone", () => {
  const ask = (remoteAddress: string) =>
    checkAsk({ url: `${ASKED}/`, headers: {}, socket: { remoteAddress } });
  for (const own of ["127.0.0.1", "::1", "::ffff:127.0.0.1"]) assert.equal(ask(own).path, "/");
  for (const other of ["192.168.1.7", "::ffff:10.0.0.1", "fe80::1", ""]) {
    assert.throws(() => ask(other), { code: "presenter-only", statusCode: 403 });
  }
});

test("without a target it is a problem that says how to have one", async (t) => {
  const answer = await fetch((await startServer(t)).url(`${ASKED}/`));
  assert.equal(answer.status, 404);
  assert.match(await answer.text(), /"no-target".*TARGET=http/);
});

test("a target that is down is told in words that our page may read", async (t) => {
  const proxy = await proxyTo(t, "http://localhost:1");
  const server = await served(t, proxy);
  const answer = await fetch(server.url(`${ASKED}/`), { headers: { Origin: PAGE } });
  assert.equal(answer.status, 502);
  assert.equal(answer.headers.get("access-control-allow-origin"), PAGE);
  assert.match(await answer.text(), /"target-down"/);
});
