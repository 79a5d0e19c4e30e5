/** What every lesson keeps to: it can fail, it states nothing that nobody shows, and it is short. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { recorded } from "../dev/testing/recorded.ts";
import { readStream } from "../dev/testing/shipped-streams.ts";
import { createRun } from "../trace/run/run.ts";
import { runOf } from "../trace/testing/staged.ts";
import { runOfScript } from "../trace/testing/staged-script.ts";
import type { Lesson, Prediction, Sentence, Step } from "./lesson.ts";
import { actOf, startOf } from "./lesson.ts";
import { lessonFiles, lessons } from "./testing/read-lessons.ts";

const root = `${import.meta.dirname}/..`;

/** A lesson may have so many words of prose, a step so many sentences. */
const MOST_WORDS = 120;
const MOST_SENTENCES = 3;

/** Minutes of the routes that have a length. */
const LENGTH = { short: 5, long: 45 };

const plain = (text: string) => text.replace(/\s+/g, " ");
const read = (file: string) => plain(readFileSync(`${root}/${file}`, "utf8"));
const facts = read("docs/facts.md");
const cures = read("docs/cures.md");

function sentencesOf(step: Step): readonly Sentence[] {
  return [...step.prose, ...step.why];
}

function wordsOf(sentence: Sentence): number {
  const said = "says" in sentence ? [sentence.says] : [sentence.inChromium, sentence.inFirefox];
  return Math.max(...said.map((one) => one.split(/\s+/).length));
}

for (const [index, lesson] of lessons.entries()) {
  const { name, title, steps } = lesson;

  test(`${name}: its file, its names and its length`, () => {
    assert.match(lessonFiles[index] ?? "", RegExp(`^\\d\\d-${name}\\.ts$`));
    assert.match(lesson.shows, /\.$/);
    const words = steps.flatMap(sentencesOf).reduce((sum, one) => sum + wordsOf(one), 0);
    assert.ok(words <= MOST_WORDS, `${words} words of prose`);
    assert.ok(title.length <= 40, `${title} is one line`);
  });

  for (const [number, step] of steps.entries()) {
    const { checks, hint, predict } = step;

    test(`${name}, step ${number + 1} stands alone, and says where it has it from`, () => {
      const { stream } = startOf(lesson, step);
      const lines = readStream(stream).split("\n");
      for (const action of actOf(step)) {
        if (action.do !== "edit") continue;
        assert.ok(lines.includes(action.line), `${action.line} is a line of ${stream}`);
      }
      assert.match(hint, /\?$/, "a hint is a question");
      const said = sentencesOf(step);
      assert.ok(said.length > 0 && said.length <= MOST_SENTENCES, `${said.length} sentences`);
      const names = checks.map((check) => check.name);
      assert.equal(new Set(names).size, names.length, "each check has a name of its own");
      for (const sentence of said) {
        if ("shownBy" in sentence) {
          assert.ok(names.includes(sentence.shownBy), `there is a check ${sentence.shownBy}`);
        } else if ("fact" in sentence.source) {
          assert.ok(
            facts.includes(plain(sentence.source.fact)),
            `docs/facts.md: ${sentence.source.fact}`,
          );
        } else if ("cure" in sentence.source) {
          assert.ok(
            cures.includes(plain(sentence.source.cure)),
            `docs/cures.md: ${sentence.source.cure}`,
          );
        }
      }
      if (predict !== undefined)
        assert.ok(isOpenAtFirst(predict), "its answer is not known before");
    });

    if (isPlayedAsShipped(lesson, step)) {
      test(`${name}, step ${number + 1} comes true where nothing goes wrong`, () => {
        const { stream } = startOf(lesson, step);
        const text = readStream(stream);
        const run = runOf(runOfScript(text), { script: { name: stream, text } });
        const outcomes = checks.map((check) => [check.name, check.holds(run).is]);
        assert.deepEqual(
          outcomes,
          checks.map((check) => [check.name, "true"]),
        );
        if (predict !== undefined) assert.notEqual(predict.answer(run), null, "its answer");
      });
    }

    for (const { name: check, holds, falseOn } of checks) {
      test(`${name}, ${check} is pending before, and can fail`, () => {
        assert.equal(holds(createRun(recorded("live-direct").setup)).is, "pending");
        const [name, of, by] = falseOn;
        assert.equal(holds(recorded(name)).is, "false", `on ${name}`);
        const original = recorded(of);
        const changed = createRun(original.setup);
        let differs = false;
        for (const record of original.records) {
          const instead = by(record);
          differs ||= instead !== record;
          if (instead !== null) changed.add(instead);
        }
        assert.ok(differs, `${of} is changed`);
        assert.equal(holds(changed).is, "false", `on ${of}, changed`);
      });
    }
  }
}

/** A step that plays a stream and does nothing else to it, on a way that keeps nothing: it can be played on paper, where no heart beats. */
function isPlayedAsShipped(lesson: Lesson, step: Step): boolean {
  const plays = actOf(step).every(({ do: what }) =>
    ["play", "open-row", "open-parser"].includes(what),
  );
  const { stream, switches } = startOf(lesson, step);
  const text = readStream(stream);
  return plays && switches.compress !== true && !text.includes("@heartbeat");
}

test("names of lessons are all different", () => {
  assert.equal(new Set(lessons.map(({ name }) => name)).size, lessons.length);
});

for (const [route, most] of Object.entries(LENGTH)) {
  test(`the route of ${most} minutes takes no longer`, () => {
    const on = lessons.filter(({ routes }) => routes.some((one) => one === route));
    const minutes = on.reduce((sum, lesson) => sum + lesson.minutes, 0);
    assert.ok(minutes > 0 && minutes <= most, `${minutes} minutes`);
  });
}

function isOpenAtFirst({ answer }: Prediction): boolean {
  return answer(createRun(recorded("live-direct").setup)) === null;
}
