/** docs/probe.md says what the probe does: its options, its exit statuses, its limits. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { oneEndHeadline } from "../trace/en/one-end.ts";
import type { OneEnd } from "../trace/verdict/one-end.ts";
import { exitStatus, WRONG_USAGE } from "./exit-status.ts";
import * as limits from "./limits.ts";
import { usage } from "./texts.ts";

const document = await readFile(`${import.meta.dirname}/../docs/probe.md`, "utf8");

test("every option of the usage is in the document", () => {
  const options = [...usage.matchAll(/(?<!\S)--?[a-zA-Z][\w-]*/g)].map(([option]) => option);
  assert.ok(options.length > 10);
  for (const option of options) assert.match(document, RegExp(`[\`"]${option}\\b`), option);
});

const live = { like: "live", events: 5, arrivedOver: 2000 } as const;
const burst = { like: "burst-at-end", events: 5, arrivedAt: 2000 } as const;
const verdicts: OneEnd[] = [
  { word: "evenly", arrivals: live, coding: null },
  { word: "not-flushed", arrivals: burst, again: live, coding: "br" },
  { word: "one-burst", arrivals: burst, again: null, coding: null },
  { word: "no-stream", refusal: { kind: "type", type: "" } },
  { word: "no-answer", message: "", waited: 1, again: false },
  { word: "cut-off", events: 1, message: "" },
  { word: "unclear", arrivals: { like: "few", events: 1 }, coding: null, listensFor: null },
  {
    word: "unclear",
    arrivals: { like: "nothing", head: true, waited: 1 },
    coding: null,
    listensFor: null,
  },
];
for (const one of verdicts) {
  const headline = oneEndHeadline(one).replace("’", "'");
  test(`the document gives "${headline}" its exit status`, () => {
    const row = document.split("\n").find((line) => line.includes(`**${headline}**`));
    assert.ok(row?.startsWith(`| ${exitStatus[one.word]} |`), row);
  });
}

test("wrong usage has its own", () =>
  assert.match(document, RegExp(`^\\| ${WRONG_USAGE} \\|`, "m")));

const MIB = 1024 * 1024;
const bounds: [what: string, value: number, text: string][] = [
  ["the whole time", limits.times.whole / 1000, "15 s;"],
  ["the first request", limits.times.first / 1000, "after 7 s"],
  ["an even stream", limits.times.even / 1000, "after 5 s"],
  ["its events", limits.ENOUGH, "and 20 events"],
  ["a body", limits.MOST_READ / MIB, "32 MiB"],
  ["an event", limits.MOST_EVENT / MIB, "4 MiB"],
  ["events", limits.MOST_EVENTS, "60 000"],
  ["a head", limits.MOST_HEAD / 1024, "64 KiB"],
  ["what is no stream", limits.MOST_EXPLANATION, "4096 bytes"],
  ["redirects", limits.MOST_REDIRECTS, "20; a circle"],
  ["a file", limits.MOST_BODY / MIB, "8 MiB"],
];
for (const [what, value, text] of bounds) {
  test(`the document names the limit of ${what}`, () => {
    assert.ok(document.includes(text), text);
    assert.equal(Number(text.match(/\d[\d ]*/)?.[0].replaceAll(" ", "")), value);
  });
}
