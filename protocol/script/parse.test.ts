import assert from "node:assert/strict";
import { test } from "node:test";
import { parseScript } from "./parse.ts";
import type { Problem } from "./problem.ts";

/** As an editor would say it: `2:7-8 unit-missing: …`. */
const said = ({ line, column, endColumn, code, message }: Problem): string =>
  `${line}:${column}-${endColumn} ${code}: ${message}`;

const errors: [name: string, script: string, problems: string[]][] = [
  [
    "a near miss is named",
    "@wiat 5ms\n",
    ["1:1-6 unknown-directive: there is no directive `@wiat`; did you mean `@wait`?"],
  ],
  [
    "also in capitals",
    "@Repeat 5\n: x\n",
    ["1:1-8 unknown-directive: there is no directive `@Repeat`; did you mean `@repeat`?"],
  ],
  [
    "what is no near miss may be meant for the wire",
    "@media x\n",
    [
      "1:1-7 unknown-directive: there is no directive `@media`; to send the line as it stands write `@@` at its start",
    ],
  ],
  [
    "an @ alone",
    ": x\n@\n",
    [
      "2:1-2 unknown-directive: there is no directive `@`; to send the line as it stands write `@@` at its start",
    ],
  ],

  [
    "a time is missing",
    "@wait\n",
    ["1:1-6 duration-missing: `@wait` needs a time; write `@wait 500ms`"],
  ],
  [
    "a unit is missing",
    "@wait 5\n",
    ["1:7-8 unit-missing: `@wait 5` has no unit; write `@wait 5ms` or `@wait 5s`"],
  ],
  [
    "a unit is unknown",
    "@wait 2min\n",
    ["1:7-11 unit-unknown: there is no unit `min` here; write `@wait 2ms` or `@wait 2s`"],
  ],
  ["a time is none", "@wait long\n", ["1:7-11 duration: `long` is no time; write `@wait 500ms`"]],
  [
    "a time is no whole ms",
    "@wait 0.0015s\n",
    ["1:7-14 duration: `0.0015s` is no whole number of ms; write `@wait 2ms`"],
  ],
  [
    "a word too many",
    "@wait 5ms or so\n",
    ["1:11-16 too-many-words: nothing can follow here; write `@wait 5ms`"],
  ],
  [
    "and after a directive without words",
    "@cut here\n@end x\n",
    [
      "1:6-10 too-many-words: nothing can follow here; write `@cut`",
      "2:6-7 too-many-words: nothing can follow here; write `@end`",
    ],
  ],

  [
    "a status is none",
    "@status OK\n@status 99\n@status\n",
    [
      "1:9-11 status: `@status` needs a number from 200 to 599; write `@status 204`",
      "2:9-11 status: `@status` needs a number from 200 to 599; write `@status 204`",
      "3:1-8 status: `@status` needs a number from 200 to 599; write `@status 204`",
    ],
  ],
  [
    "a header has no colon",
    "@header X\n",
    [
      "1:1-10 header: `@header` needs a name, a colon and a value; write `@header Name: value`, such as `@header Retry-After: 5`",
    ],
  ],
  [
    "a header has no name",
    "@header : x\n",
    [
      "1:9-9 header-name: `` is no name of a header; write `@header Name: value`, such as `@header Retry-After: 5`",
    ],
  ],
  [
    "a header's name has a space",
    "@header My Name: x\n",
    [
      "1:9-16 header-name: `My Name` is no name of a header; write `@header Name: value`, such as `@header Retry-After: 5`",
    ],
  ],
  [
    "a header is framing",
    "@header content-length: 5\n",
    [
      "1:9-23 header-framing: `content-length` says where the response ends, which is Node's to say; leave this line out",
    ],
  ],
  [
    "a header has a control character",
    "@header A: b\0\n",
    ["1:13-14 header-value: a header can't hold control characters; leave this one out"],
  ],

  [
    "a count is none",
    "@repeat often\n: x\n@end\n",
    [
      "1:9-14 repeat-count: `often` is no count; write a whole number from 1, as in `@repeat 5`, or `@repeat` for no end",
    ],
  ],
  [
    "a count is zero",
    "@repeat 0\n: x\n@end\n",
    [
      "1:9-10 repeat-count: `0` is no count; write a whole number from 1, as in `@repeat 5`, or `@repeat` for no end",
    ],
  ],
  [
    "a repeat is not ended",
    "@repeat 2\n: x\n",
    ["1:1-10 repeat-open: this `@repeat` is never ended; write `@end` after its lines"],
  ],
  [
    "an end has no repeat",
    ": x\n@end\n",
    ["2:1-5 end-without-repeat: there is no `@repeat` for this to end; leave it out"],
  ],
  [
    "four levels",
    `${"@repeat 2\n".repeat(4)}: x\n${"@end\n".repeat(4)}`,
    ["4:1-10 repeat-depth: 3 levels of `@repeat` are the most; write `@end` before this one"],
  ],
  [
    "a repeat sends nothing",
    "@repeat\n@wait 1s\n\n@end\n",
    [
      "1:1-8 repeat-sends-nothing: this repeat sends nothing; write a line between `@repeat` and `@end`; to stay open write `@hang`",
    ],
  ],

  [
    "a chunk has no size",
    "@chunk\n@chunk 0\n@chunk big\n",
    [
      "1:1-7 chunk-size: `@chunk` needs a number of bytes from 1; write `@chunk 7`, or `@chunk off` to end it",
      "2:8-9 chunk-size: `@chunk` needs a number of bytes from 1; write `@chunk 7`, or `@chunk off` to end it",
      "3:8-11 chunk-size: `@chunk` needs a number of bytes from 1; write `@chunk 7`, or `@chunk off` to end it",
    ],
  ],
  [
    "a chunk's rhythm",
    "@chunk 7 each 5ms\n@chunk 7 every\n@chunk 7 every 5\n",
    [
      "1:10-14 chunk-every: only `every` and a time can follow; write `@chunk 7 every 50ms`",
      "2:1-15 duration-missing: `@chunk` needs a time; write `@chunk 7 every 50ms`",
      "3:16-17 unit-missing: `@chunk 7 every 5` has no unit; write `@chunk 7 every 5ms` or `@chunk 7 every 5s`",
    ],
  ],
  [
    "a line end is unknown",
    "@eol lfcr\n@eol\n@eol crfl\n",
    [
      "1:6-10 eol: `@eol` needs the name of a line end; write `@eol lf`, `@eol crlf` or `@eol cr`",
      "2:1-5 eol: `@eol` needs the name of a line end; write `@eol lf`, `@eol crlf` or `@eol cr`",
      "3:6-10 eol: `@eol` needs the name of a line end; write `@eol crlf`",
    ],
  ],
  [
    "bytes are none",
    "@bytes\n@bytes EFBB 0 zz\n",
    [
      "1:1-7 bytes: `@bytes` needs at least one byte; write `@bytes EF BB BF`",
      "2:8-12 bytes: `EFBB` is no byte; write `@bytes EF BB 0 zz`",
      "2:13-14 bytes: `0` is no byte; write two hexadecimal digits, such as `0A`",
      "2:15-17 bytes: `zz` is no byte; write two hexadecimal digits, such as `0A`",
    ],
  ],
  [
    "a heartbeat without a pause",
    "@heartbeat 0s\n",
    [
      "1:12-14 heartbeat: this heartbeat would never pause; write `@heartbeat 15s`, or `@heartbeat off`",
    ],
  ],
  [
    "a way to cut",
    "@drop rst\n",
    [
      "1:7-10 drop: `rst` is no way to cut a connection; write `@drop` to cut by FIN, `@drop reset` to cut by RST",
    ],
  ],
  [
    "@resume on",
    "@resume on\n",
    [
      "1:9-11 resume: `@resume` can only be off; write `@resume off`, or leave the line out: resuming is what happens without it",
    ],
  ],
  [
    "attempts are counted from 1",
    "@attempt 0\n@attempt 3-1\n@attempt\n",
    ["1:10-11", "2:10-13", "3:1-9"].map(
      (place) =>
        `${place} attempt: \`@attempt\` needs the attempts it is for, counted from 1; write \`@attempt 2\`, \`@attempt 2+\` or \`@attempt 1-3\``,
    ),
  ],
  [
    "@attempt inside a repeat",
    "@repeat 2\n@attempt 2\n: x\n@end\n",
    [
      "2:1-11 attempt-inside-repeat: `@attempt` can't stand between `@repeat` and `@end`; write `@end` before it",
    ],
  ],
  [
    "33 times @attempt",
    "@attempt 1\n".repeat(33),
    ["33:1-11 too-many-attempts: 32 `@attempt` lines are the most; leave this one out"],
  ],

  [
    "a placeholder is unknown",
    "data: {{nwo}} {{time}}\n\n",
    [
      "1:7-14 placeholder-unknown: there is no placeholder `{{nwo}}`; did you mean `{{now}}`?",
      "1:15-23 placeholder-unknown: there is no placeholder `{{time}}`; there are `{{n}}`, `{{now}}`, `{{attempt}}`, `{{last-event-id}}`, `{{uuid}}`; write `{{{{` to send `{{`",
    ],
  ],
  [
    "a placeholder has spaces",
    "data: {{ now }}\n\n",
    ["1:7-16 placeholder-unknown: there is no placeholder `{{ now }}`; did you mean `{{now}}`?"],
  ],
  [
    "a placeholder is open",
    "data: {{now}\n\n",
    [
      "1:7-13 placeholder-open: `{{` opens a placeholder, and no `}}` closes it; write `{{{{` to send `{{`",
    ],
  ],
  [
    "three braces are two and one",
    "@repeat 1\ndata: {{{n}}}\n\n@end\n",
    ["2:7-13 placeholder-unknown: there is no placeholder `{{{n}}`; did you mean `{{n}}`?"],
  ],
  [
    "{{n}} outside a repeat, in a header too",
    "@header A: {{n}}\ndata: {{n}}\n\n",
    [
      "1:12-17 n-outside-repeat: `{{n}}` counts a repeat; write it between `@repeat` and `@end`",
      "2:7-12 n-outside-repeat: `{{n}}` counts a repeat; write it between `@repeat` and `@end`",
    ],
  ],

  [
    "a head that has always left",
    "data: x\n\n@status 204\n@header A: b\n",
    [
      "3:1-12 head-too-late: the response head has always left before this `@status`; write it before the first line that is sent",
      "4:1-13 head-too-late: the response head has always left before this `@header`; write it before the first line that is sent",
    ],
  ],
  [
    "by a pause too",
    "@wait 1s\n@status 204\n",
    [
      "2:1-12 head-too-late: the response head has always left before this `@status`; write it before the first line that is sent",
    ],
  ],
  [
    "and where nobody resumes",
    "@resume off\nid: a\n\n@status 204\n",
    [
      "4:1-12 head-too-late: the response head has always left before this `@status`; write it before the first line that is sent",
    ],
  ],
  [
    "or where no attempt plays it",
    "@status 204\n@attempt 1+\n: x\n",
    [
      "1:1-12 head-too-late: the response head has always left before this `@status`; write it before the first line that is sent",
    ],
  ],

  [
    "ten minutes",
    "@wait 300s\n@wait 300s\n@wait 1ms\n",
    [
      "3:1-10 too-long: up to here the script has 600001 ms of pauses, and 600000 are the most; write fewer, or end it before with `@close`",
    ],
  ],
  [
    "too many writes",
    "@repeat 100001\n: x\n@end\n",
    [
      "1:1-15 too-many-writes: up to here the script has 100001 writes, and 100000 are the most; write fewer, or end it before with `@close`",
    ],
  ],
  [
    "nested too",
    "@repeat 1000\n@repeat 50\n: x\n\n: y\n\n@end\n: z\n@end\n",
    [
      "1:1-13 too-many-writes: up to here the script has 101000 writes, and 100000 are the most; write fewer, or end it before with `@close`",
    ],
  ],
  [
    "too many bytes",
    `@repeat 2000\n:${"é".repeat(5000)}\n@end\n`,
    [
      "1:1-13 too-many-bytes: up to here the script has 20002000 bytes, and 16777216 are the most; write fewer, or end it before with `@close`",
    ],
  ],

  [
    "all of them are listed",
    "@wiat 5ms\n@wait 5\ndata: {{x}}\n\n@cut 1\n",
    [
      "1:1-6 unknown-directive: there is no directive `@wiat`; did you mean `@wait`?",
      "2:7-8 unit-missing: `@wait 5` has no unit; write `@wait 5ms` or `@wait 5s`",
      "3:7-12 placeholder-unknown: there is no placeholder `{{x}}`; there are `{{n}}`, `{{now}}`, `{{attempt}}`, `{{last-event-id}}`, `{{uuid}}`; write `{{{{` to send `{{`",
      "5:6-7 too-many-words: nothing can follow here; write `@cut`",
    ],
  ],
];
for (const [name, script, expected] of errors) {
  test(`error: ${name}`, () => {
    const parsed = parseScript(script);
    assert.ok(!parsed.ok, "no error was found");
    assert.deepEqual(parsed.problems.map(said), expected);
    assert.ok(parsed.problems.every(({ severity }) => severity === "error"));
  });
}

test("error: a script of more than 64 KiB", () => {
  const parsed = parseScript("é".repeat(32 * 1024 + 1));
  assert.ok(!parsed.ok);
  assert.deepEqual(parsed.problems.map(said), [
    "1:1-1 script-too-long: this script has 65538 bytes, and 65536 are the most; write less",
  ]);
});

const right: [name: string, script: string][] = [
  ["a late @status for who resumes", "id: a\n\n@wait 1s\n@drop\n@status 204\n"],
  ["a @header that is in force for who resumes later", ": x\n\n@header A: b\nid: a\n\n: y\n"],
  ["a @status in a repeat's first round", "@repeat 2\n@status 201\n: x\n\n@end\n"],
  ["ten minutes sharp", "@wait 600s\n"],
  ["ten minutes, and ten for who resumes", "id: a\n\n@wait 600s\n@drop\n@wait 600s\n"],
  ["100 000 writes", "@repeat 100000\n: x\n@end\n"],
  ["a block of two lines is one write", "@repeat 60000\n: x\n: y\n\n@end\n"],
  ["32 times @attempt", "@attempt 1\n".repeat(32)],
  ["braces in JSON", 'data: {"a": {"b": {}}} {{{{n}} }}\n\n'],
];
for (const [name, script] of right) {
  test(`right: ${name}`, () => {
    const parsed = parseScript(script);
    assert.deepEqual(parsed.ok ? [] : parsed.problems.map(said), []);
  });
}

const TWICE = "and a resume goes on after its last";
const warnings: [name: string, script: string, warnings: string[]][] = [
  [
    "an id twice",
    "id: a\n\nid: a\n\n",
    [`3:1-6 id-twice: the id "a" is sent in line 1 too, ${TWICE}; write another one`],
  ],
  [
    "an id that a repeat sends too",
    "@repeat 5\nid: {{n}}\n\n@end\nid: 5\n\n",
    [`5:1-6 id-twice: the id "5" is sent in line 2 too, ${TWICE}; write another one`],
  ],
  [
    "an id each time round",
    "@repeat 2\nid: a\n\n@end\n",
    [`2:1-6 id-twice: this id is sent each time round, ${TWICE}; write \`{{n}}\` in it`],
  ],
  [
    "a count in a repeat inside another",
    "@repeat 2\n@repeat 2\nid: {{n}}\n\n@end\n@end\n",
    [`3:1-10 id-twice: this id is sent each time round, ${TWICE}; write \`{{n}}\` in it`],
  ],
  ["an id on two attempts is none", "@attempt 1\nid: a\n\n@attempt 2\nid: a\n\n", []],
  ["nor is a reset", "id\n\nid:\n\n", []],
  [
    "an id that changes",
    "id: {{now}}\n\n",
    [
      "1:1-12 id-changes: this id is another one each time, so nobody can resume after it; write a fixed one or `{{n}}`",
    ],
  ],
  [
    "a type that changes",
    "event: a{{uuid}}\ndata\n\n",
    [
      "1:1-17 type-changes: this event type is another one each time, so no EventSource listens for it; write a fixed one",
    ],
  ],
  [
    "more types than a page listens for",
    "@repeat\nevent: {{n}}\n\n@end\n",
    [
      "2:1-13 too-many-types: a page listens for 1000 event types at the most, and not for those from here on; write fewer",
    ],
  ],
  [
    "a last block without its blank line",
    "data: x\n\nevent: y\ndata: y\n",
    [
      "4:1-8 block-open: no blank line ends this block, so nothing is dispatched; write a blank line after it",
    ],
  ],
  [
    "@hang and @close in a block",
    "data: x\n@hang\n@attempt 2\ndata: y\n@close\n",
    [
      "1:1-8 block-open: no blank line ends this block, so nothing is dispatched; write a blank line after it",
      "4:1-8 block-open: no blank line ends this block, so nothing is dispatched; write a blank line after it",
    ],
  ],
  [
    "lines that only a later attempt plays",
    "data: x\n@attempt 1-2\n: y\n\n",
    [
      "1:1-8 block-open: no blank line ends this block, so nothing is dispatched; write a blank line after it",
    ],
  ],
  ["@drop in a block is meant", "data: x\n@drop\n", []],
];
for (const [name, script, expected] of warnings) {
  test(`warning: ${name}`, () => {
    const parsed = parseScript(script);
    assert.ok(parsed.ok);
    assert.deepEqual(parsed.warnings.map(said), expected);
    assert.ok(parsed.warnings.every(({ severity }) => severity === "warning"));
  });
}

const lines: [name: string, script: string, kinds: string[]][] = [
  ["fields", "data: x\ndata\nid\nevent:\nretry: 1\n", ["data", "data", "id", "event", "retry"]],
  [
    "comments, and what a parser ignores",
    ": x\n:x\nData: x\n data: x\n@@data: x\nx\n",
    ["comment", "comment", ...Array(4).fill("unknown-field")],
  ],
  [
    "a name made of a placeholder is not foreseen",
    "{{now}}: x\ndata{{now}}\n",
    ["unknown-field", "unknown-field"],
  ],
  [
    "remarks and directives",
    "@# x\n@#x\n@wait 1s\n@wiat\n",
    ["remark", "remark", "directive", "directive"],
  ],
  [
    "a blank line dispatches, or ends a block, or is layout",
    "\ndata: x\n\n\nid: 1\n\n",
    ["layout", "data", "dispatch", "layout", "id", "block-end"],
  ],
  [
    "data in a block before does not count",
    "data: x\n\n: x\n\n",
    ["data", "dispatch", "comment", "block-end"],
  ],
  ["across directives", "data: x\n@cut\n\n", ["data", "directive", "dispatch"]],
  [
    "bytes may hold data, but open no block",
    "@bytes 64 61 74 61 0A\n\nid: 1\n\n",
    ["directive", "layout", "id", "dispatch"],
  ],
  ["or end it", "id: 1\n@bytes 64 61 74 61 0A 0A\n\n", ["id", "directive", "block-end"]],
  [
    "a repeat's second round counts",
    "@repeat 2\n\ndata: x\n@end\n",
    ["directive", "dispatch", "data", "directive"],
  ],
  [
    "behind a repeat without end nothing plays",
    "@repeat\n: x\n\n@end\n: y\n\n",
    ["directive", "comment", "block-end", "directive", "comment", "layout"],
  ],
  [
    "one attempt on which it dispatches is enough",
    "@attempt 1\n: x\n@attempt 2\ndata: x\n@attempt 1+\n\n",
    ["directive", "comment", "directive", "data", "directive", "dispatch"],
  ],
];
for (const [name, script, kinds] of lines) {
  test(`lines: ${name}`, () => {
    const parsed = parseScript(script);
    const told = parsed.ok ? parsed.script.lines : parsed.lines;
    assert.deepEqual(
      told.map(({ kind }) => kind),
      kinds,
    );
    assert.deepEqual(
      told.map(({ line }) => line),
      kinds.map((_, index) => index + 1),
    );
  });
}

const types: [name: string, script: string, types: string[]][] = [
  [
    "in the order of the script, each once",
    "event: b\nevent:a\n\n@attempt 2\nevent: b\nevent: c\n",
    ["b", "a", "c"],
  ],
  ["a space at its end belongs to it", "event: a \n\n", ["a "]],
  ["an empty type is no type", "event\n\nevent: \n\n", []],
  ["a count gives one each", "@repeat 3\nevent: t{{n}}\n\n@end\n", ["t1", "t2", "t3"]],
  ["in @bytes too", "@bytes 65 76 65 6E 74 3A 20 78 0A\n", ["x"]],
];
for (const [name, script, expected] of types) {
  test(`event types: ${name}`, () => {
    const parsed = parseScript(script);
    assert.ok(parsed.ok);
    assert.deepEqual(parsed.script.eventTypes, expected);
  });
}

const titles: [script: string, title: string][] = [
  ["@# Five ticks. \ndata: x\n", "Five ticks."],
  ["@#x", "x"],
  ["data: x\n@# x\n", ""],
  ["", ""],
];
test("the title is the first line's remark", () => {
  for (const [script, title] of titles) {
    const parsed = parseScript(script);
    assert.equal(parsed.ok && parsed.script.title, title);
  }
});
