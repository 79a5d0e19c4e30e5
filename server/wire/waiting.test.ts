import assert from "node:assert/strict";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { type TestContext, test } from "node:test";
import fastify from "fastify";
import { Waiting } from "./waiting.ts";
import { Wire } from "./wire.ts";

test("beyond the bound the reader that most waits for is dropped, of equals the first", () => {
  const dropped: string[] = [];
  const waiting = new Waiting(100);
  const reader = (name: string) => ({
    drop: (bytes: number) => void dropped.push(`${name}: ${bytes}`),
  });
  const [small, first, second, reads] = ["small", "first", "second", "reads"].map(reader);
  assert.ok(small && first && second && reads);
  waiting.waits(small, 20);
  waiting.waits(first, 30);
  waiting.waits(second, 30);
  waiting.waits(reads, 20);
  assert.deepEqual(dropped, []);
  waiting.reads(reads);
  waiting.waits(small, 25); // in the place of the 20
  assert.equal(waiting.bytes, 85);
  waiting.waits(reads, 16);
  assert.deepEqual(dropped, ["first: 30"]);
  waiting.waits(first, 1000);
  assert.deepEqual(dropped, ["first: 30", "first: 1000"]);
  assert.equal(waiting.bytes, 71);
});

test("a client that takes nothing for as long as we are patient is cut, and the log says so", async (t: TestContext) => {
  const said: string[] = [];
  const told = Promise.withResolvers<number>();
  const app = fastify({ logger: { stream: { write: (line: string) => void said.push(line) } } });
  app.get("/", async (_request, reply) => {
    const fill = () => void wire.write(new Uint8Array(100_000));
    const wire = new Wire(reply, { drain: fill, leave() {}, unread: told.resolve }, 20);
    wire.head(200, []);
    fill();
  });
  t.after(() => app.close());
  await app.listen({ port: 0, host: "127.0.0.1" });
  const [address] = app.addresses();
  assert.ok(typeof address === "object");
  const socket = connect({ port: address.port, host: "127.0.0.1" });
  t.after(() => socket.destroy());
  socket.write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
  assert.ok((await told.promise) > 0);
  assert.match(said.join(""), /"waiting":\d+,"msg":"a client did not read what waited for it/);
  await assert.rejects(text(socket), { code: "ECONNRESET" });
});
