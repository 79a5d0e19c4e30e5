/** Every stream script that the project ships: right, short, and polite at its end. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { readStream, streamNames } from "../../dev/testing/shipped-streams.ts";
import type { Action } from "./action.ts";
import { parseScript } from "./parse.ts";
import type { StreamScript } from "./script.ts";
import { actionsOf, scriptOf } from "./testing/played.ts";

/** What is warned of is what these show. */
const WARNINGS: ReadonlyMap<string, string[]> = new Map([
  ["fields-glued", ["two-in-one-line"]],
  ["json-body", Array(4).fill("no-field")],
  ["last-block-open", ["block-open"]],
  ["misspelt-fields", Array(3).fill("misspelt")],
  ["retry-not-a-number", Array(2).fill("retry-not-digits")],
  ["tokens-without-data", Array(3).fill("no-field")],
]);
/** These may last longer than SHORT, ms. */
const LONG: ReadonlyMap<string, number> = new Map([["ten-messages", 10_000]]);
const SHORT = 5000; // ms
const MANY = 12_000; // actions taken of a stream without end

/** Returns the actions of one attempt; of a stream without end it takes many. */
function first(script: StreamScript, request: Parameters<typeof actionsOf>[1] = {}): Action[] {
  return actionsOf(script, request).take(MANY).toArray();
}

function idsOf(actions: Iterable<Action>): string[] {
  const writes = [...actions].map((action) =>
    action.kind === "write" ? action.bytes : new Uint8Array(),
  );
  return [
    ...Buffer.concat(writes)
      .toString()
      .matchAll(/^id: (.*)$/gm),
  ].map(([, id = ""]) => id);
}

const isPolite = (actions: readonly Action[]): boolean =>
  actions.some((action) => action.kind === "head" && action.status === 204);

for (const name of streamNames) {
  const text = readStream(name);

  test(`${name} is named and described`, () => {
    assert.match(name, /^[a-z]+(-[a-z]+)*$/);
    assert.match(text, /^@# [^\n]{10,110}[.:!]\n/);
  });

  test(`${name} has no problem`, () => {
    const parsed = parseScript(text);
    assert.deepEqual(parsed.ok ? [] : parsed.problems, []);
    const codes = parsed.warnings.map(({ code }) => code);
    assert.deepEqual(codes, WARNINGS.get(name) ?? []);
  });

  test(`${name} ends in time and is over then, or never ends`, () => {
    const script = scriptOf(text);
    const actions = first(script);
    if (/^@repeat$/m.test(text)) {
      assert.equal(actions.length, MANY);
      return;
    }
    const lasts = actions.reduce((ms, action) => ms + (action.kind === "wait" ? action.ms : 0), 0);
    assert.ok(lasts <= (LONG.get(name) ?? SHORT), `it lasts ${lasts} ms`);

    const head = actions.find((action) => action.kind === "head");
    assert.ok(head);
    const type = head.headers.find(([header]) => header === "Content-Type")?.[1];
    if (type !== "text/event-stream") return; // an EventSource never comes back
    assert.ok(comesToAnEnd(script), "a client that comes back is never told to stay away");
  });

  test(`${name} goes on behind each of its ids`, () => {
    const script = scriptOf(text);
    const ids = idsOf(actionsOf(script).take(20));
    for (const [index, next] of ids.entries().drop(1)) {
      const resumed = actionsOf(script, { lastEventId: ids[index - 1] ?? "" });
      assert.equal(idsOf(resumed.take(20))[0], next);
    }
  });
}

/** Comes back after each end with the last id, as an EventSource does. */
function comesToAnEnd(script: StreamScript): boolean {
  let lastEventId = "";
  for (let attempt = 1; attempt <= 5; attempt++) {
    const actions = first(script, { attempt, lastEventId });
    if (isPolite(actions)) return true;
    lastEventId = idsOf(actions).at(-1) ?? lastEventId;
  }
  return false;
}
