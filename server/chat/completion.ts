/** What a model says in its event stream: read with the parser that the page reads its own with. */
import { BufferLimitError, createParser } from "../../protocol/event-stream/parser.ts";
import { MAX_MODEL_EVENT } from "../limits.ts";
import { endedEarly, saidInStream, tooLarge, unreadable } from "./asking-errors.ts";
import { errorIn, readChunk } from "./completion-chunk.ts";
import type { Model } from "./model.ts";

/** A piece of what it says. Tokens are null where the service does not count them. */
export type Said =
  | { kind: "text"; text: string }
  | { kind: "finish"; reason: string }
  | { kind: "usage"; promptTokens: number | null; completionTokens: number | null };

/** Tells the end. Some services leave it out. */
const DONE = "[DONE]";

/**
 * Reads the body of a `chat/completions` answer, cut anywhere. A delta without content says nothing, and
 * so do null and "".
 * @throws ChatError where the stream tells of one, is none of a chat completion, or ends in the middle
 */
export async function* readCompletion(
  body: AsyncIterable<Uint8Array>,
  model: Model,
): AsyncGenerator<Said> {
  let isFinished = false;
  for await (const data of eventsOf(body)) {
    if (data === DONE) return;
    for (const said of saidIn(data, model)) {
      if (said.kind === "finish") isFinished = true;
      yield said;
    }
  }
  if (!isFinished) throw endedEarly();
}

/** The data of each event. */
async function* eventsOf(body: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let dispatched: string[] = [];
  const parser = createParser(
    { dispatch: ({ data }) => dispatched.push(data) },
    { maxBuffered: MAX_MODEL_EVENT },
  );
  for await (const chunk of body) {
    try {
      parser.push(chunk);
    } catch (error) {
      throw error instanceof BufferLimitError ? tooLarge(error.maxBuffered) : error;
    }
    yield* dispatched;
    dispatched = [];
  }
}

function* saidIn(data: string, model: Model): Generator<Said> {
  const message = errorIn(data);
  if (message !== null) throw saidInStream(model, message);
  const chunk = readChunk(data);
  if (chunk === null) throw unreadable(model, data);
  const { choices: [choice] = [], usage } = chunk;
  const text = choice?.delta?.content;
  if (text) yield { kind: "text", text };
  if (choice?.finish_reason) yield { kind: "finish", reason: choice.finish_reason };
  if (usage) {
    const { prompt_tokens: promptTokens = null, completion_tokens: completionTokens = null } =
      usage;
    yield { kind: "usage", promptTokens, completionTokens };
  }
}
