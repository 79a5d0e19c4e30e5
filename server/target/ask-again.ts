/**
 * The same GET once more, without `Accept-Encoding`: whether a compressor holds a stream is shown by nothing else. Asked
 * at a press alone, told to the tap as one more request of the same trace, and let go after a while.
 */
import type { ClientRequest, IncomingMessage } from "node:http";
import { AGAIN_TIME, MAX_AGAIN_BYTES } from "../limits.ts";
import { codeOf } from "./trouble.ts";
import type { WatchedAnswer } from "./watched-answer.ts";

/** What a request was made of, as the target was sent it. It holds credentials: it stays in memory, and nobody is told. */
export type Repeatable = { readonly url: string; readonly fields: readonly string[] };

/** @param fields names and values in turn */
export function withoutCoding(fields: readonly string[]): string[] {
  const kept: string[] = [];
  for (let at = 0; at < fields.length; at += 2) {
    const [name = "", value = ""] = fields.slice(at, at + 2);
    if (name.toLowerCase() !== "accept-encoding") kept.push(name, value);
  }
  return kept;
}

/** Reads the answer to `onward`, and keeps none of it. @param over called once it is told whole */
export function askAgain(onward: ClientRequest, watch: WatchedAnswer, over: () => void): void {
  const letGo = setTimeout(() => end({ why: "left" }), AGAIN_TIME).unref();
  let bytes = 0;
  let isOver = false;

  function end(reason: Parameters<WatchedAnswer["end"]>[0]): void {
    if (isOver) return;
    isOver = true;
    clearTimeout(letGo);
    watch.end(reason);
    onward.destroy();
    over();
  }

  function read(came: IncomingMessage): void {
    watch.head(came, null);
    came.on("data", (piece: Uint8Array) => {
      if (isOver) return;
      watch.read(piece);
      bytes += piece.length;
      if (bytes > MAX_AGAIN_BYTES) end({ why: "left" });
    });
    came.once("end", () => end({ why: "target-ended" }));
    came.once("error", (error) => end({ why: "target-cut", code: codeOf(error) }));
  }

  onward.once("response", read);
  onward.once("error", (error) => end({ why: "target-down", code: codeOf(error) }));
  onward.once("close", () => end({ why: "left" }));
  onward.end();
}
