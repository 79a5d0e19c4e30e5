/**
 * The demo model's event stream, in the pieces in which it is written. Their ends are as awkward as a
 * network makes them: inside lines, inside characters, several blocks in one.
 */
import { tokensOf } from "./demo-answers.ts";

/** Every so many blocks one is cut in two, and its second half leaves with the block behind it. */
const CUT_EVERY = 5;
/** Every so many blocks a comment stands before one. */
const COMMENT_EVERY = 16;

const utf8 = new TextEncoder();

/** The blocks of a `chat/completions` stream: role, text, the reason of the end, the usage, `[DONE]`. */
export function demoBlocks(model: string, asked: number, answer: string): string[] {
  const tokens = tokensOf(answer);
  const completion = (choices: object[], usage: object | null = null) => {
    const frame = { id: "chatcmpl-demo", object: "chat.completion.chunk", model };
    return `data: ${JSON.stringify({ ...frame, choices, usage })}\n\n`;
  };
  const choice = (delta: object, reason: string | null = null) =>
    completion([{ index: 0, delta, finish_reason: reason }]);
  const usage = {
    prompt_tokens: asked,
    completion_tokens: tokens.length,
    total_tokens: asked + tokens.length,
  };
  return [
    choice({ role: "assistant" }),
    ...tokens.map((content, at) =>
      at % COMMENT_EVERY === COMMENT_EVERY - 1
        ? `: still thinking\n\n${choice({ content })}`
        : choice({ content }),
    ),
    choice({}, "stop"),
    completion([], usage),
    "data: [DONE]\n\n",
  ];
}

/** The bytes of the blocks, each piece to be written by itself. */
export function demoPieces(blocks: readonly string[]): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  let rest = new Uint8Array();
  for (const [at, block] of blocks.entries()) {
    const bytes = Buffer.concat([rest, utf8.encode(block)]);
    const isCut = at % CUT_EVERY === CUT_EVERY - 1 && at < blocks.length - 1;
    const end = isCut ? awkwardEnd(bytes, rest.length) : bytes.length;
    pieces.push(bytes.subarray(0, end));
    rest = bytes.subarray(end);
  }
  return pieces;
}

/** Inside a character of several bytes where there is one, else in the middle of the block. */
function awkwardEnd(bytes: Uint8Array, from: number): number {
  const lead = bytes.findIndex((byte, at) => at >= from && byte >= 0xc0);
  return lead === -1 ? from + Math.floor((bytes.length - from) / 2) : lead + 1;
}
