import assert from "node:assert/strict";
import { test } from "node:test";
import { errorsOf, warningsOf } from "../testing/said.ts";

const errors: [name: string, script: string, ...problems: string[]][] = [
  [
    "a repeat sends nothing",
    "@repeat\n@wait 1s\n\n@end\n",
    "1:1-8 repeat-sends-nothing: this repeat sends nothing; write a line between `@repeat` and `@end`; to stay open write `@hang`",
  ],

  [
    "a head that has always left",
    "data: x\n\n@status 204\n@header A: b\n",
    "3:1-12 head-too-late: the response head has always left before this `@status`; write it before the first line that is sent",
    "4:1-13 head-too-late: the response head has always left before this `@header`; write it before the first line that is sent",
  ],
  [
    "by a pause too",
    "@wait 1s\n@status 204\n",
    "2:1-12 head-too-late: the response head has always left before this `@status`; write it before the first line that is sent",
  ],
  [
    "and where nobody resumes",
    "@resume off\nid: a\n\n@status 204\n",
    "4:1-12 head-too-late: the response head has always left before this `@status`; write it before the first line that is sent",
  ],
  [
    "or where no attempt plays it",
    "@status 204\n@attempt 1+\n: x\n",
    "1:1-12 head-too-late: the response head has always left before this `@status`; write it before the first line that is sent",
  ],

  [
    "ten minutes",
    "@wait 300s\n@wait 300s\n@wait 1ms\n",
    "3:1-10 too-long: too long: 600.001 s, the limit is 600 s; write less, or end it before with `@close`",
  ],
  [
    "too many writes",
    "@repeat 100001\n: x\n@end\n",
    "1:1-15 too-many-writes: too many writes: 100 001, the limit is 100 000; lower `@repeat 100001`",
  ],
  [
    "nested too",
    "@repeat 1000\n@repeat 50\n: x\n\n: y\n\n@end\n: z\n@end\n",
    "1:1-13 too-many-writes: too many writes: 101 000, the limit is 100 000; lower `@repeat 1000`",
  ],
  [
    "too many bytes",
    `@repeat 2000\n:${"é".repeat(5000)}\n@end\n`,
    "1:1-13 too-many-bytes: too big: 21 MB, the limit is 16 MiB; lower `@repeat 2000`",
  ],
  [
    "too much of everything is told once",
    "@repeat 99999999\ndata: x\n@wait 1s\n@end\n",
    "1:1-17 too-many-bytes: too big: 700 MB, the limit is 16 MiB; lower `@repeat 99999999`",
  ],
];
for (const [name, script, ...expected] of errors) {
  test(`error: ${name}`, () => assert.deepEqual(errorsOf(script), expected));
}

const right: [name: string, script: string][] = [
  ["a late @status for whoever resumes", "id: a\n\n@wait 1s\n@drop\n@status 204\n"],
  ["a @header that is in force for whoever resumes later", ": x\n\n@header A: b\nid: a\n\n: y\n"],
  ["a @status in a repeat's first round", "@repeat 2\n@status 201\n: x\n\n@end\n"],
  ["ten minutes sharp", "@wait 600s\n"],
  ["ten minutes, and ten for whoever resumes", "id: a\n\n@wait 600s\n@drop\n@wait 600s\n"],
  ["100 000 writes", "@repeat 100000\n: x\n@end\n"],
  ["a block of two lines is one write", "@repeat 60000\n: x\n: y\n\n@end\n"],
  ["32 times @attempt", "@attempt 1\n".repeat(32)],
  ["braces in JSON", 'data: {"a": {"b": {}}} {{{{n}} }}\n\n'],
];
for (const [name, script] of right) {
  test(`right: ${name}`, () => assert.deepEqual(errorsOf(script), []));
}

const TWICE = "and a resume goes on after its last";
const warnings: [name: string, script: string, ...warnings: string[]][] = [
  [
    "an id twice",
    "id: a\n\nid: a\n\n",
    `3:1-6 id-twice: the id "a" is sent in line 1 too, ${TWICE}; write another one`,
  ],
  [
    "an id that a repeat sends too",
    "@repeat 5\nid: {{n}}\n\n@end\nid: 5\n\n",
    `5:1-6 id-twice: the id "5" is sent in line 2 too, ${TWICE}; write another one`,
  ],
  [
    "an id each time round",
    "@repeat 2\nid: a\n\n@end\n",
    `2:1-6 id-twice: this id is sent each time round, ${TWICE}; write \`{{n}}\` in it`,
  ],
  [
    "a count in a repeat inside another",
    "@repeat 2\n@repeat 2\nid: {{n}}\n\n@end\n@end\n",
    `3:1-10 id-twice: this id is sent each time round, ${TWICE}; write \`{{n}}\` in it`,
  ],
  ["an id on two attempts is none", "@attempt 1\nid: a\n\n@attempt 2\nid: a\n\n"],
  ["nor is a reset", "id\n\nid:\n\n"],
  [
    "an id that changes",
    "id: {{now}}\n\n",
    "1:1-12 id-changes: this id is another one each time, so nobody can resume after it; write a fixed one or `{{n}}`",
  ],
  [
    "a type that changes",
    "event: a{{uuid}}\ndata\n\n",
    "1:1-17 type-changes: this event type is another one each time, so no EventSource listens for it; write a fixed one",
  ],
  [
    "more types than a page listens for",
    "@repeat\nevent: {{n}}\n\n@end\n",
    "2:1-13 too-many-types: a page listens for 1000 event types at the most, and not for those from here on; write fewer",
  ],
  [
    "a last block without its blank line",
    "data: x\n\nevent: y\ndata: y\n",
    "4:1-8 block-open: no blank line ends this block, so nothing is dispatched; write a blank line after it",
  ],
  [
    "@hang and @close in a block",
    "data: x\n@hang\n@attempt 2\ndata: y\n@close\n",
    "1:1-8 block-open: no blank line ends this block, so nothing is dispatched; write a blank line after it",
    "4:1-8 block-open: no blank line ends this block, so nothing is dispatched; write a blank line after it",
  ],
  [
    "lines that only a later attempt plays",
    "data: x\n@attempt 1-2\n: y\n\n",
    "1:1-8 block-open: no blank line ends this block, so nothing is dispatched; write a blank line after it",
  ],
  ["@drop in a block is meant", "data: x\n@drop\n"],
];
for (const [name, script, ...expected] of warnings) {
  test(`warning: ${name}`, () => assert.deepEqual(warningsOf(script), expected));
}
