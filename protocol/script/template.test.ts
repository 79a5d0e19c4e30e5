import assert from "node:assert/strict";
import { test } from "node:test";
import { wireOf } from "./testing/played.ts";
import { errorsOf } from "./testing/said.ts";

const errors: [name: string, script: string, ...problems: string[]][] = [
  [
    "a placeholder is unknown",
    "data: {{nwo}} {{time}}\n\n",
    "1:7-14 placeholder-unknown: there is no placeholder `{{nwo}}`; did you mean `{{now}}`?",
    "1:15-23 placeholder-unknown: there is no placeholder `{{time}}`; there are `{{n}}`, `{{now}}`, `{{attempt}}`, `{{last-event-id}}`, `{{uuid}}`; write `{{{{` to send `{{`",
  ],
  [
    "a placeholder has spaces",
    "data: {{ now }}\n\n",
    "1:7-16 placeholder-unknown: there is no placeholder `{{ now }}`; did you mean `{{now}}`?",
  ],
  [
    "a placeholder is open",
    "data: {{now}\n\n",
    "1:7-13 placeholder-open: `{{` opens a placeholder, and no `}}` closes it; write `{{{{` to send `{{`",
  ],
  [
    "three braces are two and one",
    "@repeat 1\ndata: {{{n}}}\n\n@end\n",
    "2:7-13 placeholder-unknown: there is no placeholder `{{{n}}`; did you mean `{{n}}`?",
  ],
  [
    "{{n}} outside a repeat, in a header too",
    "@header A: {{n}}\ndata: {{n}}\n\n",
    "1:12-17 n-outside-repeat: `{{n}}` counts a repeat; write it between `@repeat` and `@end`",
    "2:7-12 n-outside-repeat: `{{n}}` counts a repeat; write it between `@repeat` and `@end`",
  ],
];
for (const [name, script, ...expected] of errors) {
  test(`error: ${name}`, () => assert.deepEqual(errorsOf(script), expected));
}

test("braces that are no placeholder are sent as they stand", () => {
  assert.deepEqual(errorsOf('data: {"a": {"b": {}}} }}\n\n'), []);
  assert.equal(wireOf("data: {{{{n}} }}\n\n"), "data: {{n}} }}\n\n");
});
