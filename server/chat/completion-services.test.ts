/**
 * Says what model services really send, byte for byte in its essentials, and what the relay makes of it.
 * The shapes are from the services' documentation and from reports against clients that lost such answers.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  block,
  choice,
  DONE,
  finish,
  model,
  partsOf,
  pieces,
  says,
  stop,
  text,
  usage,
} from "../testing/completions.ts";
import { brokenBy, type ChatError } from "./chat-error.ts";
import { type CompletionPart, readCompletion } from "./completion.ts";

const calls = (tool_calls: object[]) => choice({ delta: { content: null, tool_calls } });

const [A, B] = [text("A"), text("B")];
const toolCalls: CompletionPart = { kind: "finish", reason: "tool_calls" };
const call = (name: string, args: string): CompletionPart => {
  return { kind: "tool-call", name, arguments: args };
};
const counts = { prompt_tokens: 3, completion_tokens: 2 };
const time = { name: "time", arguments: "{}" };
const timeCall = { id: "call_1", index: 0, type: "function", function: time };

const answers: [name: string, wire: string, parts: CompletionPart[]][] = [
  [
    "llama.cpp: the role alone, with content null",
    choice({ delta: { role: "assistant", content: null } }) + says("A") + finish("stop") + DONE,
    [A, stop],
  ],
  [
    "llama.cpp: no blank line behind [DONE]",
    `${says("A")}${finish("stop")}data: [DONE]\n`,
    [A, stop],
  ],
  ["no finish, and no line end behind [DONE]", `${says("A")}data: [DONE]`, [A]],
  [
    "delta null beside the finish",
    says("A") + choice({ delta: null, finish_reason: "stop" }) + DONE,
    [A, stop],
  ],
  [
    "Mistral: content as a list, and thoughts are no answer",
    says([{ type: "thinking", thinking: [{ type: "text", text: "Hm" }] }]) +
      says([{ type: "text", text: "A" }, { type: "reference", reference_ids: [1] }, null]) +
      says({ type: "text", text: "B" }) +
      finish("stop"),
    [A, B, stop],
  ],
  [
    "OpenAI: usage beside empty choices, then none",
    says("A") +
      finish("stop") +
      block({ choices: [], usage: counts }) +
      block({ choices: null, usage: null }) +
      DONE,
    [A, stop, usage],
  ],
  [
    "Azure: the content filter's first and last chunk",
    block({ id: "", choices: [], created: 0, model: "", prompt_filter_results: [{}] }) +
      says("A") +
      finish("stop") +
      choice({ content_filter_results: {}, content_filter_offsets: { check_offset: 44 } }) +
      DONE,
    [A, stop],
  ],
  [
    "OpenRouter: comments, error null, and a finish in two tongues",
    `: OPENROUTER PROCESSING\n\n${block({
      error: null,
      choices: [{ delta: { content: "A", reasoning: null }, native_finish_reason: "STOP" }],
    })}${finish("stop")}`,
    [A, stop],
  ],
  [
    "vLLM: counts in every chunk, stop_reason a number",
    block({ choices: [{ index: 0, delta: { content: "A" }, stop_reason: 7 }], usage: counts }) +
      finish("stop") +
      DONE,
    [A, usage, stop],
  ],
  [
    "Perplexity: the message so far beside each delta",
    choice({ delta: { content: "A" }, message: { content: "A" } }) +
      choice({ delta: { content: "" }, message: { content: "A" }, finish_reason: "stop" }),
    [A, stop],
  ],
  [
    "a gateway that streams the whole message in one",
    block({
      object: "chat.completion",
      choices: [{ message: { content: "A" }, finish_reason: "stop" }],
    }) + DONE,
    [A, stop],
  ],
  [
    "empty data and events of other names keep a connection awake",
    `data:\n\nevent: ping\ndata: {"type":"ping"}\n\nevent: keep-alive\ndata: still here\n\n${says("A")}data: {}\n\ndata: null\n\n${finish("stop")}`,
    [A, stop],
  ],
  [
    "fields of unexpected types",
    block({ choices: [{ index: null, delta: { content: "A" }, finish_reason: 0 }], usage: 7 }) +
      block({ choices: [null, 7] }) +
      block({ choices: 7, error: {} }) +
      says(7) +
      choice({ delta: "A", finish_reason: "" }) +
      block({
        choices: [{ delta: { content: "B" } }],
        usage: { prompt_tokens: "3" },
        error: false,
      }) +
      finish("stop"),
    [A, B, stop],
  ],
  [
    "n = 2: the first choice alone",
    block({ choices: [{ index: 1, delta: { content: "x" } }] }) +
      says("A") +
      block({
        choices: [
          { index: 1, delta: { content: "y" }, finish_reason: "length" },
          { index: 0, delta: { content: "B" } },
        ],
      }) +
      finish("stop"),
    [A, B, stop],
  ],
  [
    "a refusal in OpenAI's own field",
    choice({ delta: { refusal: "A" } }) + finish("stop"),
    [A, stop],
  ],
  [
    "Ollama: the role in each chunk, whole tool calls beside the finish",
    choice({ delta: { role: "assistant", content: "A" } }) +
      choice({
        delta: { role: "assistant", content: "", tool_calls: [timeCall] },
        finish_reason: "tool_calls",
      }) +
      block({ system_fingerprint: "fp_ollama", choices: [], usage: counts }) +
      DONE,
    [A, toolCalls, usage, call("time", "{}")],
  ],
  ["an answer without a word", finish("stop") + DONE, [stop]],
  [
    "tool calls alone, in fragments",
    calls([{ index: 0, id: "a", function: { name: "weather", arguments: "" } }]) +
      calls([{ index: 0, function: { arguments: '{"city":' } }]) +
      calls([{ index: 1, id: "b", function: time }]) +
      calls([{ index: 0, id: null, function: { name: null, arguments: '"Ulm"}' } }]) +
      finish("tool_calls") +
      DONE,
    [toolCalls, call("weather", '{"city":"Ulm"}'), call("time", "{}")],
  ],
  [
    "Gemini: tool calls that all have the index 0",
    calls([
      { index: 0, id: "a", function: { name: "weather", arguments: "{}" } },
      { index: 0, id: "b", function: time },
    ]) + finish("tool_calls"),
    [toolCalls, call("weather", "{}"), call("time", "{}")],
  ],
  [
    "the function call of older services, behind text",
    says("A") + choice({ delta: { function_call: time } }) + DONE,
    [A, call("time", "{}")],
  ],
];

for (const [name, wire, parts] of answers) {
  test(`an answer: ${name}`, async () => {
    for (const size of [1, 7, wire.length]) {
      assert.deepEqual(await partsOf(wire, size), parts, `pieces of ${size} bytes`);
    }
  });
}

const failures: [name: string, wire: string, words: RegExp][] = [
  [
    "llama.cpp: a field of the name error, then [DONE]",
    `error: {"code":400,"message":"request exceeds the context size"}\n\n${DONE}`,
    /“request exceeds the context size”/,
  ],
  [
    "OpenAI: an object",
    block({ error: { message: "overloaded", type: "server_error" } }),
    /“overloaded”/,
  ],
  ["TGI: a text", block({ error: "out of memory", error_type: "generation" }), /“out of memory”/],
  [
    "OpenRouter: beside choices that finish by error",
    block({
      error: { code: 502, message: "Provider disconnected" },
      choices: [{ index: 0, delta: { content: "" }, finish_reason: "error" }],
    }),
    /“Provider disconnected”/,
  ],
  [
    "OpenRouter: inside the choice",
    choice({ delta: { content: "" }, finish_reason: "error", error: { message: "too long" } }),
    /“too long”/,
  ],
  ["a finish by error without a word", finish("error"), /“finish_reason: error”/],
  [
    "vLLM: an object of its own",
    block({ object: "error", message: "EngineCore died", type: "Internal", code: 500 }),
    /“EngineCore died”/,
  ],
  [
    "LM Studio: under event: error",
    `event: error\n${block({ error: { message: "Compute error." }, message: "Compute error." })}`,
    /“Compute error\.”/,
  ],
  [
    "Anthropic: under event: error, with its type",
    `event: error\n${block({ type: "error", error: { type: "overloaded_error", message: "Overloaded" } })}`,
    /“Overloaded”/,
  ],
  [
    "under event: error, without error",
    `event: error\n${block({ detail: "no room" })}`,
    /“no room”/,
  ],
  [
    "under event: error, as plain words",
    "event: error\ndata: out of credits\n\n",
    /“out of credits”/,
  ],
  ["Google: a list", block([{ error: { code: 429, message: "quota" } }]), /“quota”/],
  ["Cloudflare: errors", block({ success: false, errors: [{ message: "7009" }] }), /“7009”/],
  ["no message: all of it", block({ error: { code: 1234 } }), /“\{"error":\{"code":1234\}\}”/],
  ["a line of JSON without data:", '{"error":{"message":"CUDA error"}}\n\n', /“CUDA error”/],
  ["the last block has no blank line", 'data: {"error":"shut down"}', /“shut down”/],
  ["the key in it", block({ error: { message: "bad key sk-secret-0815" } }), /“bad key \(key\)”/],
];
/** Reads until it fails with these words. Returns what was read before. */
async function readUntil(wire: string, size: number, words: RegExp): Promise<CompletionPart[]> {
  const read: CompletionPart[] = [];
  const all = async () => {
    for await (const part of readCompletion(pieces(wire, size), model)) read.push(part);
  };
  await assert.rejects(all, (error: ChatError) => {
    assert.equal(error.kind, "upstream");
    assert.match(error.message, words);
    assert.doesNotMatch(error.message, /OPENAI_BASE_URL|sk-secret/);
    return true;
  });
  return read;
}
for (const [name, wire, words] of failures) {
  test(`a failure in its own words: ${name}`, async () => {
    for (const end of ["", `\n\n${DONE}`]) {
      for (const size of [1, 4096]) {
        const read = await readUntil(says("A") + wire + end, size, words);
        assert.deepEqual(read[0], A, "the text so far is kept");
        assert.ok(read.every(({ kind }) => kind !== "usage"));
      }
    }
  });
}

test("text beside an error is kept", async () => {
  const wire = block({ error: "lost", choices: [{ delta: { content: "A" } }] });
  assert.deepEqual(await readUntil(wire, 9, /“lost”/), [A]);
});

const nothing: [name: string, wire: string, says: RegExp][] = [
  ["[DONE] alone", DONE, /ended its stream without an answer/],
  ["the role, then [DONE]", choice({ delta: { role: "assistant" } }) + DONE, /without an answer/],
  [
    "another protocol",
    'data: {"type":"message_stop"}\n\n',
    /`\{"type":"message_stop"\}`.*OPENAI_BASE_URL/,
  ],
  ["another protocol with [DONE]", `data: {"type":"message_stop"}\n\n${DONE}`, /"message_stop"/],
  ["a tail of broken JSON", `${says("A")}data: {"choices":[{"de`, /ended in the middle/],
];
for (const [name, wire, says] of nothing) {
  test(`no empty success: ${name}`, async () => {
    await assert.rejects(partsOf(wire, 11), { message: says });
  });
}

test("what a model wants of tools is bounded", async () => {
  const fragment = calls([{ index: 0, function: { name: "t", arguments: "x".repeat(50_000) } }]);
  const wire = fragment.repeat(4) + finish("tool_calls");
  const [, last] = await partsOf(wire, 4096);
  assert.ok(last?.kind === "tool-call" && last.arguments.length < 70_000);
});

test("a connection that is lost behind the finish loses nothing", async () => {
  async function* lost(): AsyncGenerator<Uint8Array> {
    yield* pieces(says("A") + finish("stop"), 100);
    throw brokenBy(new Error("reset"), 1);
  }
  assert.deepEqual(await Array.fromAsync(readCompletion(lost(), model)), [A, stop]);
});
