/**
 * Asks the model: sends one request to its `chat/completions`, and hands on the bytes of the event stream
 * that comes back. Whatever goes wrong on the way is a ChatError that says what to do.
 */
import { pipeline, type Readable, type Transform } from "node:stream";
import zlib from "node:zlib";
import { request } from "undici";
import { MAX_MODEL_BYTES, MAX_REFUSAL } from "../limits.ts";
import {
  brokenBy,
  ChatError,
  noWayTo,
  refusalOf,
  silentAtFirst,
  tooMuch,
  unknownCoding,
} from "./chat-error.ts";
import type { Model } from "./model.ts";

export type ChatMessage = { role: "system" | "user"; content: string };

/** `stop` cuts the request, wherever it is, and its reason is thrown. `enough` ends the body as if it were over. */
type AskSignals = { stop: AbortSignal; enough: AbortSignal };

/** Returns the body of the model's answer, chunk by chunk. @throws ChatError, also while the body is read */
export async function* askModel(
  model: Model,
  messages: readonly ChatMessage[],
  signals: AskSignals,
): AsyncGenerator<Uint8Array> {
  const body = await ask(model, messages, signals);
  try {
    let length = 0;
    for await (const chunk of body) {
      length += chunk.length;
      if (length > MAX_MODEL_BYTES) throw tooMuch(MAX_MODEL_BYTES);
      yield chunk;
    }
  } catch (error) {
    signals.stop.throwIfAborted();
    if (signals.enough.aborted) return;
    if (error instanceof ChatError) throw error;
    throw brokenBy(error, model.patience.silence);
  }
}

async function ask(
  model: Model,
  messages: readonly ChatMessage[],
  { stop, enough }: AskSignals,
): Promise<Readable> {
  const tooLate = new AbortController();
  const timer = setTimeout(() => tooLate.abort(), model.patience.head);
  try {
    const { statusCode, headers, body } = await request(model.url, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        Accept: "text/event-stream",
        "Accept-Encoding": "identity",
        ...(model.key === null ? {} : { Authorization: `Bearer ${model.key}` }),
      },
      body: JSON.stringify({
        model: model.name,
        messages,
        stream: true,
        stream_options: { include_usage: true },
      }),
      dispatcher: model.dispatcher,
      signal: AbortSignal.any([stop, enough, tooLate.signal]),
      headersTimeout: 0, // undici's own does not count the time until there is a connection
      bodyTimeout: model.patience.silence,
    });
    const type = String(headers["content-type"] ?? "");
    const isStream = statusCode === 200 && /^text\/event-stream\b/i.test(type);
    const coding = String(headers["content-encoding"] ?? "");
    const plain = decompressed(body, coding);
    if (isStream && plain !== null) return plain;
    const text = plain === null ? "" : await beginning(plain);
    if (plain === null) body.on("error", () => {}).destroy();
    if (isStream) throw unknownCoding(model, coding);
    const retryAfter = String(headers["retry-after"] ?? "");
    throw refusalOf(model, { status: statusCode, type, retryAfter, text });
  } catch (error) {
    stop.throwIfAborted();
    if (error instanceof ChatError) throw error;
    throw tooLate.signal.aborted ? silentAtFirst(model.patience.head) : noWayTo(model, error);
  } finally {
    clearTimeout(timer);
  }
}

/** Services may compress their answer though we ask them not to. Returns null for a coding that we cannot read. */
function decompressed(body: Readable, contentEncoding: string): Readable | null {
  const codings = contentEncoding.toLowerCase().split(/[\s,]+/);
  const decoders: Transform[] = [];
  for (const coding of codings.reverse()) {
    if (coding === "" || coding === "identity") continue;
    const decoder = decoderOf(coding);
    if (decoder === null) return null;
    decoders.push(decoder);
  }
  let plain = body;
  for (const decoder of decoders) {
    plain = pipeline(plain, decoder, () => {}); // what fails comes out of the last stream, too
  }
  return plain;
}

/** A decoder that hands on what it has at every flush; null for a coding that this Node does not know. */
function decoderOf(coding: string): Transform | null {
  switch (coding) {
    case "gzip":
    case "x-gzip":
      return zlib.createGunzip();
    case "deflate":
      return zlib.createInflate();
    case "br":
      return zlib.createBrotliDecompress();
    case "zstd":
      return "createZstdDecompress" in zlib ? zlib.createZstdDecompress() : null; // since Node 22.15
    default:
      return null;
  }
}

async function beginning(body: Readable): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of body) {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= MAX_REFUSAL) break;
    }
  } catch {
    // The status says enough where the body breaks off, or cannot be read.
  }
  return Buffer.concat(chunks).toString("utf8", 0, MAX_REFUSAL);
}
