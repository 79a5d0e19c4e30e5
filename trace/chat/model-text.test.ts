import assert from "node:assert/strict";
import { test } from "node:test";
import { modelText } from "./model-text.ts";

const cases: [name: string, data: string, text: string | null][] = [
  ["chat/completions", '{"choices":[{"index":0,"delta":{"content":" sky"}}]}', " sky"],
  [
    "its first chunk, which has a role and no text",
    '{"choices":[{"delta":{"role":"assistant","content":""}}]}',
    null,
  ],
  ["its last one", '{"choices":[{"delta":{},"finish_reason":"stop"}]}', null],
  ["completions", '{"choices":[{"text":"blue"}]}', "blue"],
  ["responses", '{"type":"response.output_text.delta","delta":"blue"}', "blue"],
  [
    "messages",
    '{"type":"content_block_delta","delta":{"type":"text_delta","text":"blue"}}',
    "blue",
  ],
  ["Gemini", '{"candidates":[{"content":{"parts":[{"text":"blue"}]}}]}', "blue"],
  ["the playground's relay", '{"text":"blue"}', "blue"],
  ["other JSON", '{"n":1,"delta":"x"}', null],
  ["the end", "[DONE]", null],
  ["what is no JSON", "{blue", null],
];
for (const [name, data, text] of cases) {
  test(`a model's text: ${name}`, () => assert.equal(modelText(data), text));
}
