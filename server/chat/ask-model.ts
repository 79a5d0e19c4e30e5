/**
 * Asks the model: one request to its `chat/completions`, and the bytes of the event stream that it
 * answers. Whatever goes wrong on the way is a ChatError that says what to do.
 */
import { type Dispatcher, request } from "undici";
import { MAX_MODEL_BYTES, MAX_REFUSAL } from "../limits.ts";
import { brokenBy, noWayTo, refusalOf, silentAtFirst, tooMuch } from "./asking-errors.ts";
import { ChatError } from "./chat-error.ts";
import type { Model } from "./model.ts";

export type ChatMessage = { role: "system" | "user"; content: string };

type Body = Dispatcher.ResponseData["body"];

/**
 * The body of the model's answer, chunk by chunk.
 * @param signal cuts the request, wherever it is; then the signal's reason is thrown
 * @throws ChatError, also while the body is read
 */
export async function* askModel(
  model: Model,
  messages: readonly ChatMessage[],
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const body = await ask(model, messages, signal);
  try {
    let length = 0;
    for await (const chunk of body) {
      length += chunk.length;
      if (length > MAX_MODEL_BYTES) throw tooMuch(MAX_MODEL_BYTES);
      yield chunk;
    }
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof ChatError) throw error;
    throw brokenBy(error, model.patience.silence);
  }
}

async function ask(
  model: Model,
  messages: readonly ChatMessage[],
  signal: AbortSignal,
): Promise<Body> {
  const tooLate = new AbortController();
  const timer = setTimeout(() => tooLate.abort(), model.patience.head);
  try {
    const { statusCode, headers, body } = await request(model.url, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        Accept: "text/event-stream",
        ...(model.key === null ? {} : { Authorization: `Bearer ${model.key}` }),
      },
      body: JSON.stringify({
        model: model.name,
        messages,
        stream: true,
        stream_options: { include_usage: true },
      }),
      dispatcher: model.dispatcher,
      signal: AbortSignal.any([signal, tooLate.signal]),
      headersTimeout: 0, // undici's does not count the way there
      bodyTimeout: model.patience.silence,
    });
    const type = String(headers["content-type"] ?? "");
    if (statusCode === 200 && /^text\/event-stream\b/i.test(type)) return body;
    const retryAfter = String(headers["retry-after"] ?? "");
    throw refusalOf(model, { status: statusCode, type, retryAfter, text: await beginning(body) });
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof ChatError) throw error;
    throw tooLate.signal.aborted ? silentAtFirst(model.patience.head) : noWayTo(model, error);
  } finally {
    clearTimeout(timer);
  }
}

async function beginning(body: Body): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= MAX_REFUSAL) break;
  }
  return Buffer.concat(chunks).toString("utf8", 0, MAX_REFUSAL);
}
