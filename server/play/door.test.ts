import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:net";
import { test } from "node:test";
import { post, startServer, type TestServer } from "../testing/test-server.ts";

const scripts = { ticker: "data: {{attempt}}\n\n@hang\n" };

/** Asks for the door to be closed. The status of the answer. */
async function close({ url }: TestServer, ms: number, trace = "t"): Promise<number> {
  const closes = post({ trace, fault: { kind: "close-door", ms } }, { Connection: "close" });
  return (await fetch(url("/api/faults"), closes)).status;
}

/** Tells whether each loopback address answers. */
function answers({ port }: TestServer): Promise<boolean[]> {
  return Promise.all(
    ["127.0.0.1", "[::1]"].map(async (host) => {
      const headers = { Connection: "close" };
      const asked = fetch(`http://${host}:${port}/api/health`, { headers });
      return asked.then(({ ok }) => ok).catch(() => false);
    }),
  );
}

test("the closed door cuts and refuses everybody, and opens again by itself", async (t) => {
  const server = await startServer(t, scripts);
  const before = await answers(server); // a machine may have no ::1
  const idle = server.ask("");
  const tap = server.ask("GET /api/tap?trace=t HTTP/1.1");
  const others = server.ask("GET /api/tap?trace=u HTTP/1.1");
  const client = server.ask("GET /api/sse/ticker?trace=t&lane=a HTTP/1.1");
  await client.until("data: 1");
  await others.until('"boot"');

  const opened = once(server.app.server, "listening");
  assert.equal(await close(server, 1500), 204);
  assert.equal(await client.ended, "fin");
  assert.notEqual(client.chunks.at(-1), "", "cut, not ended");
  await idle.ended;
  await others.until('"kind":"door-closed","ms":1500,"ours":false');
  await tap.until('"kind":"end"');
  const told = tap.received;
  assert.match(told, /"kind":"door-closed","ms":1500,"ours":true/);
  assert.match(told, /"reason":\{"why":"fault","fault":\{"kind":"close-door","ms":1500\}\}/);
  assert.equal(await tap.ended, "fin");
  assert.deepEqual(await answers(server), [false, false]);

  await opened;
  const back = server.ask("GET /api/sse/ticker?trace=t&lane=a HTTP/1.1");
  await back.until("data: 2");
  const again = server.ask("GET /api/tap?trace=t HTTP/1.1");
  await again.until('"door-open"');
  assert.deepEqual(await answers(server), before);
});

test("the door is closed once at a time, and as often as one likes", async (t) => {
  const server = await startServer(t, scripts);
  for (let time = 0; time < 3; time++) {
    const opened = once(server.app.server, "listening");
    const pressed = await Promise.allSettled([close(server, 50), close(server, 50)]);
    // The other one is told so, or is cut with everybody else.
    const statuses = pressed.map((one) => (one.status === "fulfilled" ? one.value : 409));
    assert.deepEqual(statuses.sort(), [204, 409]);
    await opened;
  }
  assert.equal((await answers(server))[0], true);
});

test("a port that another program took meanwhile is waited for", async (t) => {
  const server = await startServer(t, scripts);
  const closed = once(server.app.server, "close");
  await close(server, 500);
  await closed;
  const taker = createServer().listen(server.port, "127.0.0.1");
  await once(server.app.server, "error");
  const opened = once(server.app.server, "listening");
  taker.close();
  await opened;
  assert.equal((await answers(server))[0], true);
});

test("a server whose door is closed stops at once", async (t) => {
  const server = await startServer(t, scripts);
  const closed = once(server.app.server, "close");
  await close(server, 30_000);
  await closed;
  await server.app.close();
});
