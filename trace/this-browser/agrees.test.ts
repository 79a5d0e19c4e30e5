import assert from "node:assert/strict";
import { test } from "node:test";
import type { Behaviour } from "../run/behaviour.ts";
import { agrees } from "./agrees.ts";

const after = (ms: number): Behaviour => ({ does: "asks-after", ms });

const cases: [name: string, measured: Behaviour, recorded: Behaviour, agrees: boolean][] = [
  ["a timer is a little late", after(3020), after(3000), true],
  ["or a little early", after(2985), after(3000), true],
  ["a busy machine is later", after(5565), after(5000), true],
  ["at once is a few ms", after(25), after(0), true],
  ["the other browser's default is not this one's", after(3000), after(5000), false],
  ["nor the other way round", after(5000), after(3000), false],
  ["100 ms are not raised to 500", after(116), after(500), false],
  ["a time is not silence", after(700), { does: "asks-not", within: 2500 }, false],
  ["words are compared as they are", { does: "gives-up" }, { does: "gives-up" }, true],
  ["a text too", { does: "shows", text: "" }, { does: "shows", text: "7" }, false],
];

for (const [name, measured, recorded, expected] of cases) {
  test(name, () => assert.equal(agrees(measured, recorded), expected));
}
