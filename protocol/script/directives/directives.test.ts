import assert from "node:assert/strict";
import { test } from "node:test";
import { errorsOf } from "../testing/said.ts";

const errors: [name: string, script: string, ...problems: string[]][] = [
  [
    "a near miss is named",
    "@wiat 5ms\n",
    "1:1-6 unknown-directive: there is no directive `@wiat`; did you mean `@wait`?",
  ],
  [
    "also in capitals",
    "@Repeat 5\n: x\n",
    "1:1-8 unknown-directive: there is no directive `@Repeat`; did you mean `@repeat`?",
  ],
  [
    "what is no near miss may be meant for the wire",
    "@media x\n",
    "1:1-7 unknown-directive: there is no directive `@media`; to send the line as it stands write `@@` at its start",
  ],
  [
    "an @ alone",
    ": x\n@\n",
    "2:1-2 unknown-directive: there is no directive `@`; to send the line as it stands write `@@` at its start",
  ],

  [
    "a time is missing",
    "@wait\n",
    "1:1-6 duration-missing: `@wait` needs a time; write `@wait 500ms`",
  ],
  [
    "a unit is missing",
    "@wait 5\n",
    "1:7-8 unit-missing: `@wait 5` has no unit; write `@wait 5ms` or `@wait 5s`",
  ],
  [
    "a unit is unknown",
    "@wait 2min\n",
    "1:7-11 unit-unknown: there is no unit `min` here; write `@wait 2ms` or `@wait 2s`",
  ],
  [
    "no unit is known, and a word stands behind it",
    "@wait 5 parsecs\n@wait 5 s\n@wait 0.5\n",
    "1:7-8 unit-missing: `@wait 5 parsecs` has no unit; write `@wait 5ms` or `@wait 5s`",
    "2:7-8 unit-missing: `@wait 5 s` has no unit; write `@wait 5s`",
    "3:7-10 unit-missing: `@wait 0.5` has no unit; write `@wait 0.5s`",
  ],
  [
    "a near miss whose words are wrong too",
    "@wiat\n",
    "1:1-6 unknown-directive: there is no directive `@wiat`; did you mean `@wait 500ms`?",
  ],
  ["a time is none", "@wait long\n", "1:7-11 duration: `long` is no time; write `@wait 500ms`"],
  [
    "a time is no whole ms",
    "@wait 0.0015s\n",
    "1:7-14 duration: `0.0015s` is no whole number of ms; write `@wait 2ms`",
  ],
  [
    "a word too many",
    "@wait 5ms or so\n",
    "1:11-16 too-many-words: nothing can follow here; write `@wait 5ms`",
  ],
  [
    "and after a directive without words",
    "@cut here\n@end x\n",
    "1:6-10 too-many-words: nothing can follow here; write `@cut`",
    "2:6-7 too-many-words: nothing can follow here; write `@end`",
  ],

  [
    "a status is none",
    "@status OK\n@status 99\n@status\n",
    "1:9-11 status: `@status` needs a number from 200 to 599; write `@status 204`",
    "2:9-11 status: `@status` needs a number from 200 to 599; write `@status 204`",
    "3:1-8 status: `@status` needs a number from 200 to 599; write `@status 204`",
  ],
  [
    "a header has no colon",
    "@header X\n",
    "1:1-10 header: `@header` needs a name, a colon and a value; write `@header Name: value`, such as `@header Retry-After: 5`",
  ],
  [
    "a header has no name",
    "@header : x\n",
    "1:9-9 header-name: `` is no name of a header; write `@header Name: value`, such as `@header Retry-After: 5`",
  ],
  [
    "a header's name has a space",
    "@header My Name: x\n",
    "1:9-16 header-name: `My Name` is no name of a header; write `@header Name: value`, such as `@header Retry-After: 5`",
  ],
  [
    "a header is framing",
    "@header content-length: 5\n",
    "1:9-23 header-framing: `content-length` says where the response ends, which is Node's to say; leave this line out",
  ],
  [
    "a header does more than this stream, in any case of its name",
    "@header set-COOKIE: {{n}}\n@header Access-Control-Allow-Origin: *\n@header X-Sendfile: /etc/passwd\n",
    "1:9-19 header-kept: `set-COOKIE` would leave a cookie with the page's address, which outlives the stream, so no script may send it; leave this line out, or name the field `X-set-COOKIE`",
    "2:9-36 header-kept: `Access-Control-Allow-Origin` would say which pages may read the answer, which is the server's to say, so no script may send it; leave this line out, or name the field `X-Access-Control-Allow-Origin`",
    "3:9-19 header-kept: `X-Sendfile` would have a proxy send one of its own files, so no script may send it; leave this line out",
  ],
  [
    "a redirect leads away from the plays",
    "@header Location: /api/chat?prompt=x\n",
    "1:19-37 header-location: a script may redirect only to a play of this server; write `@header Location: ?moved=1` for the same one, or `@header Location: /api/sse/five-ticks`",
  ],
  [
    "a header has a control character",
    "@header A: b\0\n",
    "1:13-14 header-value: a header can't hold control characters; leave this one out",
  ],

  [
    "a count is none",
    "@repeat often\n: x\n@end\n",
    "1:9-14 repeat-count: `often` is no count; write a whole number from 1, as in `@repeat 5`, or `@repeat` for no end",
  ],
  [
    "a count is zero",
    "@repeat 0\n: x\n@end\n",
    "1:9-10 repeat-count: `0` is no count; write a whole number from 1, as in `@repeat 5`, or `@repeat` for no end",
  ],
  [
    "a repeat is not ended",
    "@repeat 2\n: x\n",
    "1:1-10 repeat-open: this `@repeat` is never ended; write `@end` after its lines",
  ],
  [
    "an end has no repeat",
    ": x\n@end\n",
    "2:1-5 end-without-repeat: there is no `@repeat` for this to end; leave it out",
  ],
  [
    "four levels",
    `${"@repeat 2\n".repeat(4)}: x\n${"@end\n".repeat(4)}`,
    "4:1-10 repeat-depth: 3 levels of `@repeat` are the most; write `@end` before this one",
  ],
  [
    "a chunk has no size",
    "@chunk\n@chunk 0\n@chunk big\n",
    "1:1-7 chunk-size: `@chunk` needs a number of bytes from 1; write `@chunk 7`, or `@chunk off` to end it",
    "2:8-9 chunk-size: `@chunk` needs a number of bytes from 1; write `@chunk 7`, or `@chunk off` to end it",
    "3:8-11 chunk-size: `@chunk` needs a number of bytes from 1; write `@chunk 7`, or `@chunk off` to end it",
  ],
  [
    "a chunk's rhythm",
    "@chunk 7 each 5ms\n@chunk 7 every\n@chunk 7 every 5\n",
    "1:10-14 chunk-every: only `every` and a time can follow; write `@chunk 7 every 50ms`",
    "2:1-15 duration-missing: `@chunk` needs a time; write `@chunk 7 every 50ms`",
    "3:16-17 unit-missing: `@chunk 7 every 5` has no unit; write `@chunk 7 every 5ms` or `@chunk 7 every 5s`",
  ],
  [
    "a line end is unknown",
    "@eol lfcr\n@eol\n@eol crfl\n",
    "1:6-10 eol: `@eol` needs the name of a line end; write `@eol lf`, `@eol crlf` or `@eol cr`",
    "2:1-5 eol: `@eol` needs the name of a line end; write `@eol lf`, `@eol crlf` or `@eol cr`",
    "3:6-10 eol: `@eol` needs the name of a line end; write `@eol crlf`",
  ],
  [
    "bytes are none",
    "@bytes\n@bytes EFBB 0 zz\n",
    "1:1-7 bytes: `@bytes` needs at least one byte; write `@bytes EF BB BF`",
    "2:8-12 bytes: `EFBB` is no byte; write `EF BB`",
    "2:13-14 bytes: `0` is no byte; write two hexadecimal digits, such as `0A`",
    "2:15-17 bytes: `zz` is no byte; write two hexadecimal digits, such as `0A`",
  ],
  [
    "a heartbeat without a pause",
    "@heartbeat 0s\n",
    "1:12-14 heartbeat: this heartbeat would never pause; write `@heartbeat 15s`, or `@heartbeat off`",
  ],
  [
    "a way to cut",
    "@drop rst\n",
    "1:7-10 drop: `rst` is no way to cut a connection; write `@drop` to cut by FIN, `@drop reset` to cut by RST",
  ],
  [
    "@resume on",
    "@resume on\n",
    "1:9-11 resume: `@resume` can only be off; write `@resume off`, or leave the line out: resuming is what happens without it",
  ],
  [
    "attempts are counted from 1",
    "@attempt 0\n@attempt 3-1\n@attempt\n",
    ...["1:10-11", "2:10-13", "3:1-9"].map(
      (place) =>
        `${place} attempt: \`@attempt\` needs the attempts it is for, counted from 1; write \`@attempt 2\`, \`@attempt 2+\` or \`@attempt 1-3\``,
    ),
  ],
  [
    "@attempt inside a repeat",
    "@repeat 2\n@attempt 2\n: x\n@end\n",
    "2:1-11 attempt-inside-repeat: `@attempt` can't stand between `@repeat` and `@end`; write `@end` before it",
  ],
  [
    "33 times @attempt",
    "@attempt 1\n".repeat(33),
    "33:1-11 too-many-attempts: 32 `@attempt` lines are the most; leave this one out",
  ],
];
for (const [name, script, ...expected] of errors) {
  test(`error: ${name}`, () => assert.deepEqual(errorsOf(script), expected));
}
