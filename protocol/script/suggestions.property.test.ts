/** Whoever writes what a message says to write instead has no further error there. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { directives } from "./directives.ts";
import { parseScript } from "./parse.ts";
import type { Problem } from "./problem.ts";

const word = fc.oneof(
  fc.constantFrom("5", "0", "0.5", "1.5", "0.0001s", "7ms", "2min", "120000", "1e3", "007", "-1"),
  fc.constantFrom("parsecs", "ms", "s", "off", "every", "each", "reset", "EFBB", "zz", "0", "lfcr"),
  fc.constantFrom("2+", "1-3", "3-1", "Name:", "Location: /x", "Content-Security-Policy:", "/x"),
  fc.constantFrom("SourceMap:", "Set-Cookie:", "{{n}}", "{{ n }}", "{{nwo}}", "{{", "204", "600"),
);
const name = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...directives.map((directive) => directive.name)) },
  { weight: 1, arbitrary: fc.constantFrom("wiat", "Repeat", "media", "", "headr", "hbeat") },
);
const line = fc.oneof(
  fc
    .tuple(name, fc.array(word, { maxLength: 5 }))
    .map(([first, words]) => `@${[first, ...words].join(" ")}`),
  fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => `data: ${words.join(" ")}`),
);

test("what a message says to write instead is accepted", () => {
  fc.assert(
    fc.property(line, (text) => {
      const parsed = parseScript(`${text}\n`);
      for (const problem of parsed.ok ? [] : parsed.problems) {
        for (const instead of suggestedBy(problem)) {
          assert.deepEqual(errorsOf(instead, text, problem), [], `${problem.message}: ${instead}`);
        }
      }
    }),
    { numRuns: 2000 },
  );
});

/** These tell of the whole script: a repeat may be spelled right and be too much. */
const LIMITS = ["too-many-bytes", "too-many-writes", "too-long"];

/** Returns what stands in the wire's font behind the first word that tells to write something. */
function suggestedBy({ message }: Problem): string[] {
  const [, advice = ""] = /(?:write|did you mean|name the field) (.*)$/.exec(message) ?? [];
  const told = advice.replace(/ to send `[^`]*`/g, "");
  return [...told.matchAll(/`([^`]*)`/g)].flatMap(([, instead = ""]) => instead);
}

/** The codes of what is wrong where `instead` was written, as a line or in the place of the problem. */
function errorsOf(instead: string, text: string, { code, column, endColumn }: Problem): string[] {
  const isLine = /^@[a-z]/.test(instead) && code !== "unknown-directive";
  const rest = text.slice(endColumn - 1);
  const written = isLine ? instead : text.slice(0, column - 1) + instead + rest;
  const parsed = parseScript(surrounded(written));
  if (parsed.ok) return [];
  // another word of the line may be wrong as well, and has a message of its own
  const [from, to] = isLine ? [1, written.length] : [column, column - 1 + instead.length];
  return parsed.problems
    .filter((each) => each.line === 2 && each.column >= from && each.column <= to)
    .map((each) => each.code)
    .filter((each) => !LIMITS.includes(each));
}

/** Lets the line stand where it can: an `@end` ends something, and a repeat sends something. */
function surrounded(line: string): string {
  if (/^@end\b/.test(line)) return `@repeat 2\n${line}\n`;
  return /^@repeat\b/.test(line) ? `\n${line}\n: x\n@end\n` : `\n${line}\ndata: x\n\n`;
}
