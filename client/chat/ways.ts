import type { LaneName } from "../../trace/records.ts";
import type { Run } from "../../trace/run.ts";

/** The clients that the EventSource lane can ask a chat model by, and the ways to read its answer. */

/**
 * `native`: the browser's EventSource, the prompt in the URL. `two-steps`: the same, the prompt left with
 * the server before. `package`: the npm package `eventsource`, which can set a header.
 */
export const clients = ["native", "two-steps", "package"] as const;
export type ChatClient = (typeof clients)[number];

/**
 * `right`, and four that are wrong: two of clients, which are read out of the recorded chunks, and two
 * that the EventSource lane really goes while the fetch lane goes the right one.
 */
export const ways = ["right", "chunk", "blank-line", "relay", "no-close"] as const;
export type Way = (typeof ways)[number];
export type WrongWay = Exclude<Way, "right">;

/** Under which `relay` option the EventSource lane asks; `null`: the right relay. */
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
  const ask = run.records.find((record) => record.kind === "ask" && record.lane === lane);
  const url = ask?.kind === "ask" ? ask.url : "";
  const relay = new URL(url, "http://localhost").searchParams.get("relay");
  if (relay === wrongRelays.relay) return "relay";
  return relay === wrongRelays["no-close"] ? "no-close" : undefined;
}
