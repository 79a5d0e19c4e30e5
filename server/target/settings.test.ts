import assert from "node:assert/strict";
import { hostname } from "node:os";
import { test } from "node:test";
import { asEnvironment, readTarget } from "./settings.ts";

const own = { page: 8345, twin: 8346, server: 3333 };

test("without TARGET there is none", () => {
  assert.equal(readTarget({}, own), null);
  assert.equal(readTarget({ TARGET: "", TARGET_PORT: "x" }, own), null);
});

const right: [env: Record<string, string>, origin: string, port: number, selfSigned: boolean][] = [
  [{ TARGET: "http://localhost:8080" }, "http://localhost:8080", 3334, false],
  [{ TARGET: "http://127.0.0.2:80/" }, "http://127.0.0.2", 3334, false],
  [{ TARGET: "http://[::1]:1", TARGET_PORT: "4000" }, "http://[::1]:1", 4000, false],
  [
    { TARGET: "https://app.localhost", TARGET_SELF_SIGNED: "1" },
    "https://app.localhost",
    3334,
    true,
  ],
  [{ TARGET: `http://${hostname()}:8080` }, `http://${hostname().toLowerCase()}:8080`, 3334, false],
  [{ TARGET: "http://10.11.12.13", TARGET_OTHER_MACHINE: "1" }, "http://10.11.12.13", 3334, false],
];
for (const [env, origin, port, selfSigned] of right) {
  test(`${JSON.stringify(env)} is ${origin}`, () => {
    assert.deepEqual(readTarget(env, own), { origin, port, selfSigned });
  });
}

const wrong: [env: Record<string, string>, message: RegExp][] = [
  [
    { TARGET: "localhost:8080" },
    /^TARGET is no address .* such as TARGET=http:\/\/localhost:8080$/,
  ],
  [{ TARGET: "8080" }, /^TARGET is no address/],
  [{ TARGET: "ftp://localhost" }, /^TARGET is no address/],
  [{ TARGET: "http://me:s3cret@localhost" }, /^TARGET holds a user name or password; leave it out/],
  [{ TARGET: "http://localhost:80/api?x" }, /write TARGET=http:\/\/localhost$/],
  [{ TARGET: "http://10.11.12.13" }, /another machine.*TARGET_OTHER_MACHINE=1 \(--other-machine\)/],
  [{ TARGET: "http://localhost.evil.example" }, /another machine/],
  [{ TARGET: "http://localhost:3334" }, /^TARGET and TARGET_PORT are both 3334/],
  [
    { TARGET: "http://localhost", TARGET_PORT: "8345" },
    /^TARGET_PORT is 8345, .* playground's own/,
  ],
  [{ TARGET: "http://localhost", TARGET_PORT: "no" }, /^TARGET_PORT is "no", which is no port/],
];
for (const [env, message] of wrong) {
  test(`${JSON.stringify(env)} is refused in one line`, () => {
    assert.throws(
      () => readTarget(env, own),
      (error) => {
        assert.ok(error instanceof RangeError);
        assert.match(error.message, message);
        assert.doesNotMatch(error.message, /s3cret|\n/);
        return true;
      },
    );
  });
}

test("options say the same as the environment", () => {
  assert.deepEqual(asEnvironment({}), {});
  assert.deepEqual(
    asEnvironment({ target: "http://localhost:1", "self-signed": true, "other-machine": true }),
    { TARGET: "http://localhost:1", TARGET_SELF_SIGNED: "1", TARGET_OTHER_MACHINE: "1" },
  );
});
