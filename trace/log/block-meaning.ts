/** Says what a block that the server wrote means within its run. */
import type { WireLine } from "../../protocol/event-stream/wire-line.ts";
import type { AttemptView } from "../run/attempt.ts";
import { measuredBrowser } from "../run/browser.ts";
import { isUnheard, leavesOut } from "../run/left-out.ts";
import { NOISE } from "../run/noise.ts";
import type { Block, Line } from "../run/reading.ts";
import { becomesBy } from "../run/reconnection-time.ts";
import type { LaneName } from "../run/records.ts";
import { isReadAsStream } from "../run/refusal.ts";
import type { Run } from "../run/run.ts";
import { countUntil } from "../run/search.ts";
import type { WriteRecord } from "./row.ts";

export type BlockMeaning = {
  kind: "block";
  number: number;
  bytes: number;
  writes: number;
  lines: readonly Line[];
  outcome: BlockOutcome;
  /** A `retry` in it sets so many ms in this client; Infinity where it then never asks again. */
  reconnectionTime: number | null;
};

/** What comes of a block. */
export type BlockOutcome =
  | { what: "event"; number: number; type: string; delay: EventDelay }
  /** It comes by a line of the script, by its heartbeat, or by the server of its own accord. */
  | { what: "comment"; by: "script" | "heartbeat" | "server" }
  /** It ended without data. `id`: what it set the last event ID to; `kept`: whether this browser keeps that. */
  | { what: "no-data"; id: string | null; kept: boolean }
  /** Its blank line is not written. `forEver`: the connection has ended. */
  | { what: "unended"; forEver: boolean };

/** What is known of the way of an event. */
export type EventDelay =
  | { went: "soon" }
  | { went: "never" }
  /** This browser dispatches no block whose `id` holds a NUL. */
  | { went: "left-out" }
  /** Nobody listens for its type. */
  | { went: "unheard" }
  /** The head told the client that this is no event stream: whatever comes is not read as events. */
  | { went: "unread" }
  /** `ms`: how late it arrived, `null` while it is under way. `before`: events written before it that had not arrived when it was written. `announced`: whether the page had the response's head by then. */
  | { went: "slowly"; ms: number | null; number: number; before: number; announced: boolean };

/** The meaning of a block that began with `write`. */
export function blockMeaning(block: Block, write: WriteRecord, run: Run): BlockMeaning {
  const { number, bytes, pieces: writes, lines } = block;
  const outcome = outcomeOf(block, write, run);
  let reconnectionTime: number | null = null;
  for (const { wire } of lines)
    reconnectionTime = retryIn(wire, write.lane, run) ?? reconnectionTime;
  return { kind: "block", number, bytes, writes, lines, outcome, reconnectionTime };
}

/** Returns what a line sets the reconnection time to in its client, ms; `null` for one that does not. */
export function retryIn(wire: WireLine, lane: string, { setup }: Run): number | null {
  if (wire.kind !== "retry" || (wire.ms === null && wire.value !== "")) return null;
  return lane === "eventsource" ? becomesBy(setup.browser, wire.ms) : wire.ms;
}

function outcomeOf(block: Block, write: WriteRecord, run: Run): BlockOutcome {
  const { event, lines, isEnded } = block;
  const connection = run.connectionOf(write);
  if (event !== null) {
    const lane = run.lanes.find(({ name }) => name === write.lane);
    const attempt = lane?.attempts.findLast((one) => one.connection === connection);
    return {
      what: "event",
      ...event,
      delay: lane && attempt ? delayOf(event.number, lane.name, attempt, run) : SOON,
    };
  }
  if (block.isComment) return { what: "comment", by: commentBy(block, write) };
  if (!isEnded) return { what: "unended", forEver: (connection?.end ?? null) !== null };
  const last = lines.map(({ wire }) => wire).findLast(({ kind }) => kind === "id");
  const id = last?.kind === "id" ? last.value : null;
  const known = measuredBrowser(run.setup.browser)?.answers["id-alone"];
  const isForgotten = known?.does === "shows" && known.text === "";
  const kept = write.lane !== "eventsource" || !isForgotten;
  return { what: "no-data", id, kept };
}

function commentBy({ lines }: Block, { line }: WriteRecord): "script" | "heartbeat" | "server" {
  if (line !== 0) return "script";
  const [first] = lines;
  return first?.wire.kind === "comment" && first.wire.text === " heartbeat"
    ? "heartbeat"
    : "server";
}

const SOON: EventDelay = { went: "soon" };

function delayOf(number: number, lane: LaneName, attempt: AttemptView, run: Run): EventDelay {
  const { passages, written, arrived, ending } = attempt;
  if (arrived.length === 0 && !isReadAsStream(attempt, run.setup.browser))
    return { went: "unread" };
  const event = written[number - 1];
  const isSeen = run.setup.watched === undefined || run.lane(lane).isAsked;
  if (event === undefined || !isSeen) return SOON;
  if (isUnheard(attempt)(event)) return { went: "unheard" };
  if (leavesOut(attempt, lane, run.setup.browser)(event)) return { went: "left-out" };
  const passage = passages[countUntil(passages, number, (one) => one.number) - 1];
  const isHere = passage?.number === number;
  if (!isHere && ending !== null) {
    // An arrival that is no written event as it stands may be any of them.
    return passages.length === arrived.length ? { went: "never" } : SOON;
  }
  const { writtenAt } = event;
  const ms = (isHere ? passage.arrivedAt : run.latest) - writtenAt;
  if (ms <= NOISE) return SOON;
  const last = passages[countUntil(passages, writtenAt, ({ arrivedAt }) => arrivedAt) - 1];
  const before = number - 1 - (last?.number ?? 0);
  const announced = (attempt.announcedAt ?? Number.POSITIVE_INFINITY) <= writtenAt;
  return { went: "slowly", ms: isHere ? ms : null, number, before, announced };
}
