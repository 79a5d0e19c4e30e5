/**
 * Reads what a model says in its `chat/completions` stream, with the parser that the page uses too.
 * Services differ in what they add, leave out or send as null. So a field counts only where it has the type
 * that we need, and everything else is passed over: no unexpected field costs anybody an answer.
 */
import { BufferLimitError, createParser } from "../../protocol/event-stream/parser.ts";
import { MAX_MODEL_EVENT, MAX_TOOL_CALLS, MAX_TOOL_TEXT } from "../limits.ts";
import {
  ChatError,
  endedEarly,
  saidInStream,
  saidNothing,
  tooLarge,
  unreadable,
} from "./chat-error.ts";
import { errorIn, errorUnder, field, listIn, parsed, textIn } from "./completion-fields.ts";
import type { Model } from "./model.ts";

/** What the model wants some tool to do. The arguments are JSON as the model wrote it, right or wrong. */
export type ToolCall = { name: string; arguments: string };

/** One thing that a model says. Tokens are null where the service does not count them. */
export type CompletionPart =
  | { kind: "text"; text: string }
  | ({ kind: "tool-call" } & ToolCall)
  | { kind: "finish"; reason: string }
  | { kind: "usage"; promptTokens: number | null; completionTokens: number | null };

/** `isTail`: the body ended before the blank line that a block needs. */
type Block = { type: string; data: string; isTail: boolean };

/** Services say this at the end; some leave it out. */
const DONE = "[DONE]";

const BLANK_LINE = new TextEncoder().encode("\n\n");

/**
 * Reads the body of a `chat/completions` answer, cut anywhere. Tool calls come last, as they are whole only then.
 * @throws ChatError where the stream tells of an error, is no chat completion, or ends in the middle
 */
export async function* readCompletion(
  body: AsyncIterable<Uint8Array>,
  model: Model,
): AsyncGenerator<CompletionPart> {
  const calls = new ToolCalls();
  let isFinished = false;
  let isDone = false;
  let hasText = false;
  let hasChunks = false;
  let stranger: string | null = null; // the first JSON that is no chunk of a completion
  try {
    for await (const block of blocksOf(body)) {
      isDone = block.data.trim() === DONE;
      if (isDone) break;
      const chunk = readBlock(block, model);
      // Several answers to one question (`n`) come interleaved, and only the first is read.
      const choice = listIn(chunk, "choices").find((one) => (field(one, "index") ?? 0) === 0);
      for (const part of partsIn(chunk, choice)) {
        hasText ||= part.kind === "text";
        isFinished ||= part.kind === "finish";
        yield part;
      }
      calls.read(choice);
      const error = errorOf(block, chunk, choice);
      if (error !== null) throw saidInStream(model, error);
      hasChunks ||= Array.isArray(field(chunk, "choices"));
      if (chunk !== null) stranger ??= block.data;
    }
  } catch (error) {
    // A connection that is lost behind the finish takes nothing of the answer with it.
    if (!(isFinished && error instanceof ChatError && error.kind === "cut")) throw error;
  }
  yield* calls.parts();
  if (isFinished || (isDone && (hasText || calls.count > 0))) return;
  if (!hasChunks && stranger !== null) throw unreadable(model, stranger);
  throw isDone ? saidNothing() : endedEarly();
}

async function* blocksOf(body: AsyncIterable<Uint8Array>): AsyncGenerator<Block> {
  let blocks: Block[] = [];
  let isTail = false;
  const parser = createParser(
    {
      dispatch: ({ type, data }) => blocks.push({ type, data, isTail }),
      line(line) {
        if (line.kind !== "unknown-field") return;
        const { name, value } = line;
        // llama.cpp wrote its errors into a field of that name until late in 2025.
        if (name === "error") blocks.push({ type: "error", data: value, isTail });
        // Others write an error as a line of bare JSON, which a parser takes for a field with an odd name.
        const whole = `${name}:${value}`;
        if (name.startsWith("{") && errorIn(parsed(whole), whole) !== null) {
          blocks.push({ type: "message", data: whole, isTail });
        }
      },
    },
    { maxBuffered: MAX_MODEL_EVENT },
  );
  const push = (chunk: Uint8Array) => {
    try {
      parser.push(chunk);
    } catch (error) {
      throw error instanceof BufferLimitError ? tooLarge(error.maxBuffered) : error;
    }
  };
  for await (const chunk of body) {
    push(chunk);
    yield* blocks;
    blocks = [];
  }
  // The standard discards a block without its blank line. A service whose last one lacks it means it all the same.
  isTail = true;
  push(BLANK_LINE);
  yield* blocks;
}

/** Returns a block's JSON; null where it says nothing: no data, other than JSON in a named event, a torn tail. */
function readBlock({ type, data, isTail }: Block, model: Model): object | null {
  const value = parsed(data);
  if (value === undefined && data !== "" && type === "message" && !isTail) {
    throw unreadable(model, data);
  }
  return typeof value === "object" && value !== null && Object.keys(value).length > 0
    ? value
    : null;
}

function* partsIn(chunk: object | null, choice: unknown): Generator<CompletionPart> {
  const said = delta(choice);
  const text = contentIn(field(said, "content")) || contentIn(field(said, "refusal"));
  if (text !== "") yield { kind: "text", text };
  const reason = textIn(choice, "finish_reason");
  if (reason !== "") yield { kind: "finish", reason };
  const usage = field(chunk, "usage");
  const promptTokens = countIn(usage, "prompt_tokens");
  const completionTokens = countIn(usage, "completion_tokens");
  if (promptTokens !== null || completionTokens !== null) {
    yield { kind: "usage", promptTokens, completionTokens };
  }
}

/** Returns the piece of the answer. A service that cannot stream sends all of it in one `message`. */
function delta(choice: unknown): unknown {
  return field(choice, "delta") ?? field(choice, "message");
}

/** Returns the text of a `content`: a text, a part of type text, or a list of parts. Thoughts are another type. */
function contentIn(content: unknown): string {
  if (typeof content === "string") return content;
  if (Array.isArray(content)) return content.map(partText).join("");
  return partText(content);
}

function partText(part: unknown): string {
  if (typeof part === "string") return part;
  return textIn(part, "type") === "text" ? textIn(part, "text") : "";
}

function countIn(usage: unknown, name: string): number | null {
  const count = field(usage, name);
  return typeof count === "number" ? count : null;
}

/** Returns what the service says went wrong, in any of the known ways; null where it says nothing of the kind. */
function errorOf({ type, data }: Block, chunk: object | null, choice: unknown): string | null {
  if (type === "error") return errorUnder(data);
  const words = errorIn(chunk, data) ?? errorIn(choice, data);
  return words ?? (textIn(choice, "finish_reason") === "error" ? "finish_reason: error" : null);
}

/** Puts together tool calls, whose arguments come in fragments. What is beyond the limits is left out. */
class ToolCalls {
  readonly #calls: (ToolCall & { index: unknown; id: string })[] = [];
  #length = 0;

  get count(): number {
    return this.#calls.length;
  }

  read(choice: unknown): void {
    const said = delta(choice);
    for (const fragment of listIn(said, "tool_calls")) {
      const index = field(fragment, "index") ?? 0;
      this.#add(index, textIn(fragment, "id"), field(fragment, "function"));
    }
    this.#add(0, "", field(said, "function_call"));
  }

  *parts(): Generator<CompletionPart> {
    for (const { name, arguments: args } of this.#calls) {
      yield { kind: "tool-call", name, arguments: args };
    }
  }

  #add(index: unknown, id: string, said: unknown): void {
    const name = textIn(said, "name");
    const args = textIn(said, "arguments");
    this.#length += name.length + args.length;
    if (name + args === "" || this.#length > MAX_TOOL_TEXT) return;
    // Some services give all calls one index, and only their ids tell them apart.
    const known = this.#calls.findLast(
      (call) => call.index === index && (id === "" || call.id === id),
    );
    if (known !== undefined) {
      known.name ||= name;
      known.arguments += args;
    } else if (this.#calls.length < MAX_TOOL_CALLS) {
      this.#calls.push({ index, id, name, arguments: args });
    }
  }
}
