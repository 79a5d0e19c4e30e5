import assert from "node:assert/strict";
import { once } from "node:events";
import { connect } from "node:net";
import { test } from "node:test";
import { startServer } from "../testing/test-server.ts";

const PATIENCE = 50; // ms, with a client that takes nothing
/** More than the sockets between two programs hold, and not more than may be played. */
const scripts = { large: `@repeat 240\ndata: ${"x".repeat(60_000)}\n\n@end\n` };

test("a client that never reads is cut, and the tap and the log tell why", async (t) => {
  const server = await startServer(t, scripts, undefined, null, PATIENCE);
  const silent = connect({ port: server.port, host: "127.0.0.1" }).pause();
  t.after(() => silent.destroy());
  const cut = once(silent, "error");
  silent.write("GET /api/sse/large?trace=t&lane=silent HTTP/1.1\r\nHost: localhost\r\n\r\n");

  const tap = server.ask("GET /api/tap?trace=t HTTP/1.1");
  await tap.until('"kind":"end"');
  assert.match(tap.received, /"kind":"end","reason":\{"why":"unread","waiting":[1-9]\d*\}/);
  silent.resume(); // the reset comes behind what has arrived
  const [error] = await cut;
  assert.equal(error.code, "ECONNRESET");
  const ended = server.log.find(({ msg }) => msg === "stream ended");
  assert.equal(ended?.["why"], "unread");
});
