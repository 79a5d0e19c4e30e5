import assert from "node:assert/strict";
import { test } from "node:test";
import { actionsOf, scriptOf } from "./testing/played.ts";

const heads: [name: string, script: string, noTransform: boolean, headers: string[]][] = [
  [
    "an event stream by default",
    "",
    false,
    ["Content-Type: text/event-stream", "Cache-Control: no-cache"],
  ],
  [
    "no-transform adds itself",
    "",
    true,
    ["Content-Type: text/event-stream", "Cache-Control: no-cache, no-transform"],
  ],
  [
    "to the script's own",
    "@header cache-control: max-age=5\n",
    true,
    ["Content-Type: text/event-stream", "cache-control: max-age=5, no-transform"],
  ],
  [
    "but not twice",
    "@header Cache-Control: No-Transform\n",
    true,
    ["Content-Type: text/event-stream", "Cache-Control: No-Transform"],
  ],
  [
    "@header replaces, the last one of a name counts",
    "@header content-type:text/plain \n@header X: 1\n@header x: 2\n",
    false,
    ["content-type: text/plain", "Cache-Control: no-cache", "x: 2"],
  ],
  [
    "a value may be empty, and hold colons and placeholders",
    "@header A:\n@header B: {{attempt}}:{{now}}\n",
    false,
    ["Content-Type: text/event-stream", "Cache-Control: no-cache", "A: ", "B: 1:1000"],
  ],
];
for (const [name, script, noTransform, headers] of heads) {
  test(`head: ${name}`, () => {
    const [head] = actionsOf(scriptOf(script), { noTransform });
    assert.ok(head?.kind === "head");
    const told = head.headers.map(([name, value]) => `${name}: ${value}`);
    assert.deepEqual(told, headers);
  });
}

test("a control character in a last event ID can't break a header", () => {
  const [, head] = actionsOf(scriptOf("@header A: {{last-event-id}}\n"), {
    lastEventId: "a\u0001b",
  });
  assert.ok(head?.kind === "head");
  assert.deepEqual(head.headers.at(-1), ["A", "a b"]);
});
