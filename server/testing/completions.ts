/** What a model's service streams, for tests: the blocks of `chat/completions`, and what is read in them. */
import assert from "node:assert/strict";
import { type CompletionPart, readCompletion } from "../chat/completion.ts";
import { readModel } from "../chat/model.ts";

export const DONE = "data: [DONE]\n\n";
export const block = (value: unknown) => `data: ${JSON.stringify(value)}\n\n`;
export const choice = (rest: object) =>
  block({ choices: [{ index: 0, finish_reason: null, ...rest }] });
export const says = (content: unknown) => choice({ delta: { content } });
export const finish = (reason: string) => choice({ delta: {}, finish_reason: reason });
export const ENDING = finish("stop") + DONE;

export const text = (text: string): CompletionPart => ({ kind: "text", text });
export const stop: CompletionPart = { kind: "finish", reason: "stop" };
export const usage: CompletionPart = { kind: "usage", promptTokens: 3, completionTokens: 2 };

/** Its key is `sk-secret-0815`. */
export const model = readModel({ OPENAI_API_KEY: "sk-secret-0815" }) ?? assert.fail();

export async function* pieces(wire: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(wire);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

export function partsOf(wire: string, size: number): Promise<CompletionPart[]> {
  return Array.fromAsync(readCompletion(pieces(wire, size), model));
}
