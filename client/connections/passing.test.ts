/** Whether the page asks again for the list, where it got none. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { setImmediate as later } from "node:timers/promises";
import type { NoList } from "./passing.ts";
import "./testing/ports.ts";

const { watchPassing } = await import("./passing.ts");

const refused = (code: string) => Response.json({ code }, { status: 403 });
const answers: [name: string, answer: () => Response, why: NoList, asks: number][] = [
  ["no target proxy", () => new Response(null, { status: 204 }), "no-target", 3],
  ["a server that is away", () => Response.error(), "away", 3],
  ["a proxy's error page", () => new Response("<p>", { status: 502 }), "away", 3],
  ["a refusal, since it is the presenter's", () => refused("presenter-only"), "presenter-only", 1],
];
for (const [name, answer, why, asks] of answers) {
  test(`${name}: asked for ${asks === 1 ? "once" : "again and again"}`, async (t) => {
    t.mock.timers.enable({ apis: ["setTimeout"] });
    const fetch = t.mock.method(globalThis, "fetch", async () => answer());
    const told: NoList[] = [];
    const watching = watchPassing({ list: () => {}, none: (why) => told.push(why) });
    for (let time = 0; time < 3; time++) {
      for (let turn = 0; turn < 5; turn++) await later();
      t.mock.timers.runAll();
    }
    watching.close();
    assert.equal(fetch.mock.callCount(), asks);
    assert.deepEqual(new Set(told), new Set([why]));
  });
}
