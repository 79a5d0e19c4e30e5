/**
 * Two ways to read a chat model's answer that look right on one's own machine: both take the edges of
 * chunks for edges of events. Here they read the chunks that a run recorded.
 */

import type { Run } from "../run/run.ts";
import { isDone } from "./done.ts";

/** Returns what fetch read in this run, chunk by chunk. */
export function chunksOf(run: Run): Uint8Array[] {
  return run.records.flatMap((record) => (record.kind === "chunk" ? [record.bytes] : []));
}

/** Returns what a client shows that takes each chunk for one message, piece by piece. */
export function eachChunkOneMessage(chunks: readonly Uint8Array[]): string[] {
  return chunks.flatMap((chunk) => shown(textOf(chunk)));
}

/** Returns what a client shows that splits on blank lines inside each chunk. */
export function splitInsideChunks(chunks: readonly Uint8Array[]): string[] {
  return chunks.flatMap((chunk) => textOf(chunk).split("\n\n").flatMap(shown));
}

/** Returns the same bytes in chunks of `size` bytes, the last one shorter, as another network may cut them. */
export function recut(chunks: readonly Uint8Array[], size: number): Uint8Array[] {
  const whole = Uint8Array.from(chunks.flatMap((chunk) => [...chunk]));
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < whole.length; at += size) pieces.push(whole.subarray(at, at + size));
  return pieces;
}

/** Decodes a chunk by itself: what a chunk cuts in two becomes U+FFFD twice. */
function textOf(chunk: Uint8Array): string {
  return new TextDecoder().decode(chunk);
}

/** Returns what is shown of what was taken for one message: nothing, a text, or data that could not be read. */
function shown(message: string): string[] {
  const type = /^event: (.*)/m.exec(message)?.[1] ?? "token"; // an event that was cut in two has lost it
  const [, data] = /^data: ([\s\S]*)/m.exec(message) ?? [];
  if (data === undefined || type !== "token") return [];
  if (isDone({ type: "message", data: data.trim() })) return [];
  try {
    const { text }: { text?: string } = JSON.parse(data);
    return [String(text)]; // "undefined" for a delta without content
  } catch {
    return [data.trim()];
  }
}
