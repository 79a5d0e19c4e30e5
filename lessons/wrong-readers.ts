/**
 * Readers of a stream as many people write them first. What they make of the chunks of a run is shown in red,
 * beside what the standard's steps make of the same bytes. What is right needs none of this.
 */
import { createParser } from "../protocol/event-stream/parser.ts";
import type { Run } from "../trace/run/run.ts";

export type WrongReader = {
  /** What it does with a `chunk`, as code: so a person reads it, and a test runs it. */
  code: string;
  decode: (chunk: Uint8Array) => string;
  /** What it takes for messages, of the texts that it decoded. */
  messages: (texts: readonly string[]) => readonly string[];
};

/** Takes each chunk for a message. */
export const chunkForMessage: WrongReader = {
  code: 'new TextDecoder().decode(chunk).replace("data: ", "")',
  decode: (chunk) => new TextDecoder().decode(chunk).replace("data: ", ""),
  messages: (texts) => texts,
};

/** Decodes each chunk by itself; what follows is right. */
export const chunkForText: WrongReader = {
  code: "new TextDecoder().decode(chunk)",
  decode: (chunk) => new TextDecoder().decode(chunk),
  messages: (texts) => parsed(texts.join("")),
};

/** The chunks that fetch read in its first attempt. */
export function chunksRead(run: Run): readonly Uint8Array[] {
  const body = run.lane("fetch").attempts[0]?.reception.body;
  return body?.pieces.map(({ bytes }) => bytes) ?? [];
}

/** What `reader` takes for messages in that run. */
export function readBy(reader: WrongReader, run: Run): readonly string[] {
  return reader.messages(chunksRead(run).map(reader.decode));
}

function parsed(text: string): string[] {
  const messages: string[] = [];
  const parser = createParser({ dispatch: ({ data }) => messages.push(data) });
  parser.push(new TextEncoder().encode(text));
  return messages;
}
