import assert from "node:assert/strict";
import { test } from "node:test";
import { OpenStreams } from "./open-streams.ts";

function stream() {
  const { promise: closed, resolve: close } = Promise.withResolvers<void>();
  return { closed, close };
}

test("no more than so many may be open, and one that closed makes room", async () => {
  const open = new OpenStreams<ReturnType<typeof stream>>("streams", 2);
  const [first, second] = [stream(), stream()];
  open.add(first);
  open.checkRoom();
  open.add(second);
  assert.throws(() => open.checkRoom(), {
    statusCode: 429,
    code: "too-many-streams",
    message: "2 streams are open, and no more may be; close some, or ask again later",
  });
  first.close();
  await first.closed;
  open.checkRoom();
});

test("all are ended, and it settles when the last is closed", async () => {
  const open = new OpenStreams<ReturnType<typeof stream>>("streams", 2);
  open.add(stream());
  open.add(stream());
  let ended = 0;
  await open.endAll(({ close }) => {
    ended++;
    close();
  });
  assert.equal(ended, 2);
});
