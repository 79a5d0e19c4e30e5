/**
 * The event stream of the demo model, in the pieces in which it is written. They end as awkwardly as a
 * network may cut them: inside lines, inside characters, or after several blocks.
 */
import { tokensOf } from "./demo-answers.ts";

/** One block in so many is cut in two, and its second half leaves with the block behind it. */
const CUT_EVERY = 5;
const COMMENT_EVERY = 16; // blocks, of which one has a comment before it

const utf8 = new TextEncoder();

/** Returns the blocks of a `chat/completions` stream: role, text, the reason of the end, the usage, `[DONE]`. */
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

/** The bytes of the blocks, in pieces that are written one by one. */
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

/** Returns where to cut a block: inside a character of several bytes where there is one, else in the middle. */
function awkwardEnd(bytes: Uint8Array, from: number): number {
  const lead = bytes.findIndex((byte, at) => at >= from && byte >= 0xc0);
  return lead === -1 ? from + Math.floor((bytes.length - from) / 2) : lead + 1;
}
