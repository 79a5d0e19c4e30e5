/** The target proxy before servers as people have them. */
import assert from "node:assert/strict";
import { test } from "node:test";
import compression from "compression";
import express from "express";
import { type Proxied, proxied } from "./testing/target.ts";

/** Three events. @param passed settles when so many have passed the proxy; `null`: it flushes none, and waits for none */
function ticker(passed: ((events: number) => Promise<unknown>) | null): express.Express {
  const app = express();
  app.use(compression());
  app.get("/events", async (_request, response) => {
    response.set("Content-Type", "text/event-stream");
    for (const number of [1, 2, 3]) {
      response.write(`data: tick ${number}\n\n`);
      if (passed === null) continue;
      response.flush();
      await passed(number);
    }
    response.end();
  });
  return app;
}

const CODINGS = ["br", "gzip"];
for (const coding of CODINGS) {
  test(`Express with compression, ${coding}: all leave it together, and once it flushes each by itself`, async (t) => {
    for (const flushes of [false, true]) {
      const passed = (events: number) => proxy.listed(([one]) => one?.events === events);
      const proxy: Proxied = await proxied(t, ticker(flushes ? passed : null));
      const response = await fetch(proxy.url("/events"), {
        headers: { "Accept-Encoding": coding },
      });
      assert.equal(response.headers.get("content-encoding"), coding);
      assert.match(await response.text(), /^(data: tick \d\n\n){3}$/);
      const [one] = await proxy.listed(([one]) => one?.state === "ended");
      assert.deepEqual([one?.meant, one?.coding, one?.events], ["event-stream", coding, 3]);
      const writes = proxy.told(1).filter(({ kind }) => kind === "write");
      assert.equal(writes.length, flushes ? 3 : 1);
      const packed = proxy.told(1).filter(({ kind }) => kind === "packed");
      assert.ok(packed.length >= writes.length, "what passed compressed is told too");
    }
  });
}
