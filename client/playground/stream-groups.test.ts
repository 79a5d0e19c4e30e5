import assert from "node:assert/strict";
import { test } from "node:test";
import { streamBeside, streamGroups } from "./stream-groups.ts";

const entry = (group: string, name: string) => ({ name, group, title: "", eventTypes: [] });
const scripts = [
  entry("Format", "b"),
  entry("Format", "a"),
  entry("Chat", "t"),
  entry("Others", "z"),
];

test("the chat stands at the end of its group, before what nobody has placed", () => {
  const names = streamGroups(scripts).map(({ name, streams }) => [
    name,
    streams.map((s) => s.name),
  ]);
  assert.deepEqual(names, [
    ["Format", ["b", "a"]],
    ["Chat", ["t", "chat"]],
    ["Others", ["z"]],
  ]);
});

test("without a group of its own the chat brings one", () => {
  assert.equal(streamGroups([entry("Others", "z")]).at(-1)?.name, "Chat");
});

test("the next and the previous stream go round and round, in the order of teaching", () => {
  assert.equal(streamBeside(scripts, "b", 1), "a");
  assert.equal(streamBeside(scripts, "t", 1), "chat");
  assert.equal(streamBeside(scripts, "z", 1), "b");
  assert.equal(streamBeside(scripts, "b", -1), "z");
});
