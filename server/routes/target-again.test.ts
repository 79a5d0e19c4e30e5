import assert from "node:assert/strict";
import type { IncomingHttpHeaders } from "node:http";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { startDemoModel } from "../chat/demo-model.ts";
import { proxied } from "../target/testing/target.ts";
import { startServer } from "../testing/test-server.ts";

const STREAM = { "Content-Type": "text/event-stream" };
const press = { method: "POST" };

test("a GET is asked for once more at a press, without Accept-Encoding, with all else that it had, and told beside", async (t) => {
  const asked: IncomingHttpHeaders[] = [];
  let letGo = () => {};
  const proxy = await proxied(t, (request, response) => {
    asked.push(request.headers);
    if (request.headers["accept-encoding"] === undefined) {
      response.writeHead(200, STREAM).write("data: 1\n\n");
      letGo = () => void response.end("data: 2\n\n");
      return;
    }
    response.writeHead(200, { ...STREAM, "Content-Encoding": "gzip" });
    response.end(gzipSync("data: 1\n\ndata: 2\n\n"));
  });
  const server = await startServer(t, {}, undefined, null, undefined, proxy.proxy);
  const again = server.url("/api/target/again?trace=1");
  const headers = { Cookie: "sid=hush", Authorization: "hush", "X-Mine": "1" };
  await (await fetch(proxy.url("/events?key=hush"), { headers })).text();
  const before = await proxy.listed(([one]) => one?.state === "ended");
  assert.equal(asked.length, 1, "nothing is asked by itself");

  assert.equal((await fetch(again, press)).status, 202);
  const tap = server.ask("GET /api/target/tap?trace=1 HTTP/1.1");
  await tap.until('"again":true');
  await tap.until('"ZGF0YTogMQoK"'); // data: 1 alone, of the second answer
  const busy = await fetch(again, press);
  assert.deepEqual([busy.status, asked.length], [409, 2]);
  letGo();
  while (proxy.told(1).at(-1)?.kind !== "end") await tap.untilMore();
  const [first, second] = asked;
  const { "accept-encoding": coding, ...rest } = first ?? {};
  assert.ok(coding);
  assert.deepEqual(second, rest);
  assert.doesNotMatch(tap.received, /hush/);
  assert.deepEqual(
    proxy.told(1).map(({ kind, ...record }) => `${"attempt" in record && record.attempt} ${kind}`),
    [
      ...["1 request", "1 head", "1 packed", "1 write", "1 end"],
      ...["2 request", "2 head", "2 write", "2 write", "2 end"],
    ],
  );
  assert.deepEqual(await proxy.listed(() => true), before, "the list is of what passed");
});

test("what may not be asked for once more is a problem that says so", async (t) => {
  let asked = 0;
  const proxy = await proxied(t, (_request, response) => {
    asked++;
    response.writeHead(200, STREAM).end("data: 1\n\n");
  });
  const server = await startServer(t, {}, undefined, null, undefined, proxy.proxy);
  await (await fetch(proxy.url("/events"), { method: "POST", body: "{}" })).text();
  await (await fetch(proxy.url("/events"))).text();
  await proxy.listed(([, one]) => one?.state === "ended");
  const again = (trace: string, headers = {}) =>
    fetch(server.url(`/api/target/again?trace=${trace}`), { ...press, headers });
  for (const trace of ["1", "7"]) {
    const answer = await again(trace);
    assert.deepEqual([trace, answer.status], [trace, 404]);
    assert.match(await answer.text(), /"not-again".*only a GET without a body/);
  }
  const foreign = await again("2", { Origin: "http://evil.example" });
  assert.equal(foreign.status, 403);
  const room = { token: "0123456789abcdef", guestModel: await startDemoModel("demo") };
  const guests = await startServer(t, {}, undefined, room, undefined, proxy.proxy);
  assert.equal((await fetch(guests.url("/api/target/again?trace=2"), press)).status, 403);
  assert.equal(asked, 2);
});
