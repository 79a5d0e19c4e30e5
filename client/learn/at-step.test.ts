import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import lesson from "../../lessons/01-data.ts";
import { actOf } from "../../lessons/lesson.ts";
import { createRun } from "../../trace/run/run.ts";
import { judge } from "../playground/judge.ts";
import { bareClients, firstSetUp } from "../playground/set-up.ts";
import type { AtStep, Page } from "./at-step.ts";
import "../connections/testing/ports.ts";

const { AtStep: Step } = await import("./at-step.ts");

const page: { -readonly [Name in keyof Page]: Page[Name] } = {
  runs: [],
  current: undefined,
  isGoing: false,
  switches: firstSetUp.switches,
  clients: bareClients,
};

function at(number: number): AtStep {
  const step = lesson.steps[number - 1];
  assert.ok(step);
  return new Step({ name: lesson.name, step: number }, lesson, step, page);
}

/** Lets a run of the lesson's stream begin, with these lines. */
function play(text: string): void {
  const script = { name: lesson.start.stream, text };
  const path = { proxy: true, port: 1, compress: false } as const;
  const setup = { trace: text, script, path, noTransform: false };
  const played = { left: undefined, eventTypes: [], body: {}, connect: undefined };
  page.current = {
    client: { script: { ...script, ...played }, clients: bareClients },
    run: createRun({ ...setup, browser: "a browser", beganAt: 0, clockError: 0 }),
    judge,
    elapsed: 0,
    now: 0,
    isConnected: true,
    isGoing: true,
    disconnect() {},
    stop() {},
  };
  page.runs = [page.current];
}

beforeEach(() => {
  page.current = undefined;
  page.runs = [];
});

test("a question is open until there is a guess, or a run", () => {
  const guessed = at(1);
  assert.ok(guessed.isAsking);
  guessed.guess = 0;
  assert.ok(!guessed.isAsking);
  const played = at(1);
  play("data: hello\n\n");
  played.look();
  assert.ok(!played.isAsking);
});

test("a script that was edited otherwise than asked is not the step's run, and it is said which line it lacks", () => {
  const [edit] = actOf(lesson.steps[1] ?? lesson.steps[0]);
  assert.equal(edit?.do, "edit");
  const step = at(2);
  play("data: good evening\n\n");
  step.look();
  assert.deepEqual([step.run, step.missing], [undefined, edit.becomes]);
  play(`${edit.becomes}\n\n`);
  step.look();
  assert.deepEqual([step.run, step.missing], [page.runs[0]?.run, undefined]);
});
