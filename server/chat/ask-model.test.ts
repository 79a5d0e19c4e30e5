/** Says what of a service's answer is decided before its events: how it is compressed, and when it is over. */
import assert from "node:assert/strict";
import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { Readable, type Transform } from "node:stream";
import { test } from "node:test";
import zlib from "node:zlib";
import { ENDING, says } from "../testing/completions.ts";
import { dataOf, read, textOf } from "../testing/read-chat.ts";
import { beginStream, startChat } from "../testing/stub-model.ts";

const codings: [coding: string, encoder: () => Transform, flush: number][] = [
  ["gzip", () => zlib.createGzip(), zlib.constants.Z_SYNC_FLUSH],
  ["x-gzip", () => zlib.createGzip(), zlib.constants.Z_SYNC_FLUSH],
  ["deflate", () => zlib.createDeflate(), zlib.constants.Z_SYNC_FLUSH],
  ["br", () => zlib.createBrotliCompress(), zlib.constants.BROTLI_OPERATION_FLUSH],
];
if ("createZstdCompress" in zlib) {
  codings.push(["zstd", () => zlib.createZstdCompress(), zlib.constants.ZSTD_e_flush]);
}

for (const [coding, encoder, flush] of codings) {
  test(`identity is asked for, and ${coding} is read all the same, token by token`, async (t) => {
    const { promise: begun, resolve } = Promise.withResolvers<Transform>();
    const { stub, server } = await startChat(t, (response) => {
      beginStream(response, { "Content-Encoding": coding });
      const encoded = encoder();
      encoded.pipe(response);
      encoded.write(says("é"));
      if ("flush" in encoded && typeof encoded.flush === "function") encoded.flush(flush);
      resolve(encoded);
    });
    const reader = server.ask("GET /api/chat?prompt=Hi HTTP/1.1");
    const upstream = await begun;
    await reader.until("event: token"); // before the model says more
    upstream.end(says("B") + ENDING);
    await reader.until("[DONE]");
    assert.match(reader.received, /"text":"B"/);
    assert.equal(stub.asked[0]?.headers["accept-encoding"], "identity");
  });
}

/** Answers with a body as it is, under a head that tells of a coding. */
const encoded = (coding: string, body: Buffer) => (response: ServerResponse) => {
  beginStream(response, { "Content-Encoding": coding });
  response.end(body);
};
const bomb = zlib.gzipSync(`${says("A")}: ${"x".repeat(200_000)}\n`.repeat(100));
const quoted = zlib.gzipSync('{"error":{"message":"no such model"}}');

const failures: [name: string, answer: (response: ServerResponse) => void, detail: RegExp][] = [
  ["more than is read, once it is decompressed", encoded("gzip", bomb), /more than 16777216 bytes/],
  ["no gzip at all", encoded("gzip", Buffer.from(says("A"))), /in the way .*Z_DATA_ERROR/],
  ["no brotli at all", encoded("br", Buffer.from(says("A").repeat(9))), /in the way that its/],
  ["gzip that ends early", encoded("gzip", bomb.subarray(0, 900)), /ended in the middle of the/],
  ["a coding that nobody knows", encoded("gzip, lzma", bomb), /`Content-Encoding: gzip, lzma`/],
  [
    "a refusal that is compressed",
    (response) => response.writeHead(404, { "Content-Encoding": "gzip" }).end(quoted),
    /404 Not Found: “no such model”;/,
  ],
  [
    "JSON in place of a stream",
    (response) =>
      response
        .writeHead(200, { "Content-Type": "application/json" })
        .end('{"error":{"message":"no such model"}}'),
    /which is no event stream: “no such model”; ask again$/,
  ],
];
for (const [name, answer, detail] of failures) {
  test(`a failure that says why: ${name}`, async (t) => {
    const { server } = await startChat(t, answer);
    const { events } = await read(await fetch(server.url("/api/chat?prompt=Hi")));
    assert.match(JSON.parse(events.at(-1)?.data ?? "").detail, detail);
    assert.equal(events.at(-1)?.type, "failure");
  });
}

test("comments for ever behind the finish: the answer is complete, and the model let go", async (t) => {
  const { promise: begun, resolve } = Promise.withResolvers<ServerResponse>();
  const answer = (response: ServerResponse) => {
    beginStream(response);
    const [finish = ""] = ENDING.split("data: [DONE]");
    response.write(says("A") + finish);
    Readable.from(endless()).pipe(response);
    resolve(response);
  };
  function* endless(): Generator<Promise<string>> {
    for (;;) yield new Promise((next) => setImmediate(next, ": still here\n\n"));
  }
  const { server } = await startChat(t, answer, { patience: { finish: 50 } });
  const reading = fetch(server.url("/api/chat?prompt=Hi")).then((response) => read(response));
  const closed = once(await begun, "close");
  const { events } = await reading;
  assert.equal(textOf(events), "A");
  assert.equal(events.at(-1)?.data, "[DONE]");
  const finished = { promptTokens: null, completionTokens: null, finishReason: "stop" };
  assert.deepEqual(dataOf(events, "usage"), [finished]);
  await closed;
});

test("a tool call is an event of its own, before the usage", async (t) => {
  const call = { index: 0, id: "a", function: { name: "weather", arguments: '{"city":"Ulm"}' } };
  const { server } = await startChat(t, (response) => {
    beginStream(response);
    const choices = [{ index: 0, delta: { tool_calls: [call] } }];
    response.end(`data: ${JSON.stringify({ choices })}\n\n${ENDING}`);
  });
  const { events } = await read(await fetch(server.url("/api/chat?prompt=Hi")));
  assert.equal(events.map(({ type }) => type).join(" "), "start tool-call usage message");
  assert.deepEqual(dataOf(events, "tool-call"), [{ name: "weather", arguments: '{"city":"Ulm"}' }]);
});
