/** Says what holds for every script, not only for those that somebody thought of. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { directives } from "./directives.ts";
import { parseScript } from "./parse.ts";
import { actionsOf, scriptOf, wireOf } from "./testing/played.ts";

const eols = fc.constantFrom(["lf", "\n"], ["crlf", "\r\n"], ["cr", "\r"] as const);

/** Anything that is sent as it stands. */
const wireLine = fc
  .string({ unit: "grapheme", minLength: 1 })
  .map((text) => text.replace(/[\r\n]|^@|\{\{/g, "x"));
const block = fc.array(wireLine, { minLength: 1, maxLength: 4 });

test("what is typed is what is sent, but for line ends", () => {
  fc.assert(
    fc.property(
      fc.array(block),
      eols,
      eols,
      fc.integer({ min: 1, max: 40 }),
      (blocks, typed, sent, size) => {
        const text = blocks.map((lines) => [...lines, "", ""].join(typed[1])).join("");
        const wire = blocks.map((lines) => [...lines, "", ""].join(sent[1])).join("");
        assert.equal(wireOf(`@eol ${sent[0]}\n${text}`), wire);
        // pieces may end inside a character, so they are compared as bytes
        const pieces = [...actionsOf(scriptOf(`@eol ${sent[0]}\n@chunk ${size}\n${text}`))].flatMap(
          (action) => (action.kind === "write" ? [action.bytes] : []),
        );
        assert.equal(Buffer.concat(pieces).toString(), wire);
      },
    ),
  );
});

const pause = fc.constantFrom(
  "",
  "@wait 5ms\n",
  "@cut\n",
  "@# remark\n",
  "@chunk 3\n",
  "@chunk off\n",
  "@eol cr\n",
);
const nth = fc.constantFrom("before", "after", "split");

/** Blocks with ids of their own, some of them in repeats. */
const part = fc.record({ pause, nth, times: fc.option(fc.integer({ min: 1, max: 4 })) });

test("resuming after any id gives what was written after its block", () => {
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), (parts) => {
      const text = parts
        .map(({ pause, nth, times }, index) => {
          const id = times === null ? `id: ${index}` : `id: ${index}-{{n}}`;
          const lines = `${id}\n${nth === "split" ? pause : ""}data: x\n\n`;
          const body = `${nth === "before" ? pause : ""}${lines}${nth === "after" ? pause : ""}`;
          return times === null ? body : `@repeat ${times}\n${body}@end\n`;
        })
        .join("");
      const script = scriptOf(text);
      const whole = bytesOf(actionsOf(script));
      for (const [sent, id] of whole.matchAll(/id: (.*?)[\r\n]data: x[\r\n]{2}/g)) {
        const rest = whole.slice(whole.indexOf(sent) + sent.length);
        assert.equal(bytesOf(actionsOf(script, { lastEventId: id ?? "" })), rest, text);
      }
    }),
  );
});

function bytesOf(actions: ReturnType<typeof actionsOf>): string {
  const writes = [...actions].flatMap((action) => (action.kind === "write" ? [action.bytes] : []));
  return Buffer.concat(writes).toString();
}

/** Scripts that are nearly right: real lines in any order, and now and then a wrong one. */
const line = fc.oneof(
  {
    weight: 20,
    arbitrary: fc.constantFrom("", "data: x", "id: a", "id: b", ": {{{{", "event: {{now}}", "@# x"),
  },
  {
    weight: 20,
    arbitrary: fc.constantFrom(
      "@repeat 2\nid: {{n}}\n",
      "@end\n",
      "@wait 5ms",
      "@cut",
      "@drop",
      "@hang",
    ),
  },
  { weight: 10, arbitrary: fc.constantFrom(...directives.flatMap(({ forms }) => forms)) },
  {
    weight: 1,
    arbitrary: fc.oneof(
      fc.string(),
      fc.string().map((text) => `@${text}`),
      fc.constant("data: {{"),
    ),
  },
);
const ids = fc.constantFrom("", "a", "b", "1", "2", "z");

test("any text is read, each problem has its place, and what is right can be played", () => {
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 12 }),
      fc.boolean(),
      ids,
      (lines, ended, lastEventId) => {
        const text = lines.join("\n") + (ended ? "\n" : "");
        const texts = text.split(/\r\n|\n|\r/);
        const parsed = parseScript(text);
        for (const problem of [...(parsed.ok ? [] : parsed.problems), ...parsed.warnings]) {
          const length = texts[problem.line - 1]?.length ?? -1;
          assert.ok(1 <= problem.column && problem.column <= problem.endColumn, text);
          assert.ok(problem.endColumn <= length + 1, text);
        }
        if (!parsed.ok) return;
        for (const attempt of [1, 2, 4]) {
          const actions = actionsOf(parsed.script, { attempt, lastEventId }).take(500).toArray();
          assert.ok(actions.length > 0);
          assert.ok(actions.filter(({ kind }) => kind === "head").length <= 1);
        }
      },
    ),
    { numRuns: 2000 },
  );
});
