import assert from "node:assert/strict";
import { test } from "node:test";
import { readPorts } from "./ports.ts";

test("ports are the usual ones where no variable is set, or an empty one", () => {
  assert.deepEqual(readPorts({ TWIN_PORT: "" }), { page: 8345, twin: 8346, server: 3333 });
});

test("a variable sets its port", () => {
  const env = { PAGE_PORT: "1", TWIN_PORT: "65535", SERVER_PORT: "3334" };
  assert.deepEqual(readPorts(env), { page: 1, twin: 65535, server: 3334 });
});

const wrong: [env: Record<string, string>, message: RegExp][] = [
  [{ PAGE_PORT: "abc" }, /^PAGE_PORT is "abc", .* such as PAGE_PORT=8345$/],
  [{ TWIN_PORT: "0" }, /^TWIN_PORT is "0", /],
  [{ SERVER_PORT: "65536" }, /^SERVER_PORT is "65536", /],
  [{ SERVER_PORT: "3e3" }, /^SERVER_PORT is "3e3", /],
  [{ SERVER_PORT: "-1" }, /^SERVER_PORT is "-1", /],
  [{ SERVER_PORT: "8345" }, /^SERVER_PORT and PAGE_PORT are both 8345; give each its own port$/],
];
for (const [env, message] of wrong) {
  test(`${JSON.stringify(env)} is refused in one line`, () => {
    assert.throws(() => readPorts(env), { name: "RangeError", message });
  });
}
