/** The ways in which a chat model's answer can be read. */

import type { Question } from "../../trace/chat/question.ts";
import type { LaneName } from "../../trace/run/records.ts";
import { askedUrl, type Run } from "../../trace/run/run.ts";

/**
 * The right way, and four that are wrong. Two of those are a client's, and are read out of the recorded chunks;
 * two are a relay's, through which the EventSource lane really goes while the fetch lane goes through the right one.
 */
export const ways = ["right", "chunk", "blank-line", "relay", "no-close"] as const;
export type Way = (typeof ways)[number];
export type WrongWay = Exclude<Way, "right">;

/** The ways in which any run can be looked at, also one out of a file. */
export const waysToLook: readonly Way[] = ["right", "chunk", "blank-line"];

/** Names the `relay` option under which the EventSource lane asks; the right relay needs none. */
export const wrongRelays: Readonly<Record<Way, string | null>> = {
  right: null,
  chunk: null,
  "blank-line": null,
  relay: "split-chunks",
  "no-close": "no-ids",
};

/**
 * The wrong way that a lane of this run goes; `undefined` for none. A relay's is in the run itself, a
 * client's is a way to look at it.
 */
export function wrongWayIn(run: Run, lane: LaneName, chosen: Way): WrongWay | undefined {
  if (lane === "fetch") return chosen === "chunk" || chosen === "blank-line" ? chosen : undefined;
  const relay = askedUrl(run, lane).searchParams.get("relay");
  if (relay === wrongRelays.relay) return "relay";
  return relay === wrongRelays["no-close"] ? "no-close" : undefined;
}

/**
 * Writes the query as it is sent, so that its length is what the relay sees, which turns away what is too long.
 * `options`: trace, lane and what the path's switches ask for.
 */
export function promptQuery({ message, ...rest }: Question, way: Way, options: URLSearchParams) {
  const asked = new URLSearchParams({ prompt: message, ...rest });
  return `${asked}&${withRelay(way, options)}`;
}

/** The same options, and which relay is to answer, unless it is the right one. */
export function withRelay(way: Way, options: URLSearchParams): URLSearchParams {
  const relay = wrongRelays[way];
  return new URLSearchParams([...options, ...(relay === null ? [] : [["relay", relay]])]);
}
