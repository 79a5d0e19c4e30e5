/** Streams whose bytes are awkward. What services say in them is in completion-services.test.ts. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { DONE, partsOf, pieces, stop, text, usage } from "../testing/completions.ts";
import type { CompletionPart } from "./completion.ts";
import { splitChunks } from "./split-chunks.ts";

const frame = '"id":"c1","object":"chat.completion.chunk","created":1,"model":"m"';
const data = (rest: string) => `data: {${frame},${rest}}\n\n`;
const delta = (inside: string, reason = "null") =>
  data(`"choices":[{"index":0,"delta":{${inside}},"finish_reason":${reason}}]`);
const counted = '"usage":{"prompt_tokens":3,"completion_tokens":2,"total_tokens":5}';

const THINKING = ": OPENROUTER PROCESSING\n\n";

const streams: [name: string, blocks: string[], said: CompletionPart[]][] = [
  [
    "content null with thoughts beside it, usage null until the end",
    [
      data('"choices":[{"delta":{"content":null,"reasoning_content":"Hm"}}],"usage":null'),
      delta('"content":"A","reasoning_content":null'),
      data(`"choices":[{"delta":{"content":""},"finish_reason":"stop"}],${counted}`),
      DONE,
    ],
    [text("A"), stop, usage],
  ],
  [
    "comments while it thinks",
    [
      THINKING,
      THINKING,
      delta('"content":"A"'),
      THINKING,
      delta('"content":"B"', '"length"'),
      DONE,
    ],
    [text("A"), text("B"), { kind: "finish", reason: "length" }],
  ],
  [
    "CRLF, and no space behind the colon",
    [delta('"content":" A"'), delta("", '"stop"'), DONE].map((block) =>
      block.replace("data: ", "data:").replaceAll("\n", "\r\n"),
    ),
    [text(" A"), stop],
  ],
  [
    "text of several bytes, line ends and quotes",
    [delta('"content":"é中😀\\n\\"\\ud83d\\ude42"'), delta('"content":"\\u2028"', '"stop"'), DONE],
    [text('é中😀\n"🙂'), text("\u2028"), stop],
  ],
  [
    "event types and ids of its own",
    ["event: message\nid: 7\n", delta('"content":"A"'), delta("", '"stop"'), DONE],
    [text("A"), stop],
  ],
  ["nothing counts behind [DONE]", [delta("", '"stop"'), DONE, "data: {\n\n"], [stop]],
];

for (const [name, blocks, said] of streams) {
  test(name, async () => {
    // 1 cuts inside every character and between CR and LF.
    for (const size of [1, 2, 3, 7, 64, Infinity]) {
      assert.deepEqual(await partsOf(blocks.join(""), size), said, `pieces of ${size} bytes`);
    }
  });
}

const broken: [name: string, wire: string, kind: string, detail: RegExp][] = [
  ["the stream ends in the middle", delta('"content":"A"'), "cut", /ended in the middle/],
  ["nothing comes at all", "", "cut", /ended in the middle/],
  ["a block is no JSON", "data: {\n\n", "upstream", /`\{`, which is no JSON of a chat completion/],
  ["a block is some other JSON", 'data: {"choices":7}\n\n', "upstream", /`\{"choices":7\}`/],
  ["a block without its end", `data: ${"x".repeat(300_000)}`, "upstream", /more than 262144 bytes/],
];
for (const [name, wire, kind, detail] of broken) {
  test(`an error that says what to do: ${name}`, async () => {
    await assert.rejects(partsOf(wire, 1000), { kind, message: detail });
  });
}

test("taking chunks for whole lines loses what two of them share, and says undefined", async () => {
  const wire = delta('"role":"assistant"') + delta('"content":"Hel"') + delta('"content":"lo"');
  const whole = await Array.fromAsync(splitChunks(pieces(wire, wire.length)));
  assert.deepEqual(whole, [text("undefined"), text("Hel"), text("lo")]);
  const halves = await Array.fromAsync(splitChunks(pieces(wire, Math.ceil(wire.length / 2))));
  assert.deepEqual(halves, [text("undefined"), text("lo")]);
});
