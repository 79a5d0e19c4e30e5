/**
 * What the arrivals of one attempt look like by themselves, where the server's side is not known: the
 * tap was lost, or the endpoint is somebody else's. An impression, never a measured word: the server
 * may have written it just so.
 */
import type { AttemptView } from "../run/attempt.ts";
import { INSTANT, NOISE, ORDER, STALL } from "../run/noise.ts";
import type { ArrivedEvent } from "../run/reception.ts";
import type { Busy } from "../run/run.ts";

/** `arrivedOver` lasts from the first to the last, ms; `arrivedAt` is ms since the run began. */
export type Impression =
  | { like: "live"; events: number; arrivedOver: number }
  | { like: "in-pieces"; events: number; pieces: number; arrivedOver: number }
  /** In one instant, long after the page asked, and the response ended with it. */
  | { like: "burst-at-end"; events: number; arrivedAt: number }
  /** They came in one instant, and nothing tells why. */
  | { like: "together"; events: number; arrivedAt: number };

/** The share of events that must come in company before a stream looks to be in pieces. */
const IN_COMPANY_FROM = 0.8;

/** Each of its arrivals came within `INSTANT` of the one before. */
type Instant = { from: number; to: number; events: number };

/** What `attempt` looks like; `null` for fewer than two events, and where nothing can be said. */
export function impressionOf(attempt: AttemptView, busy: readonly Busy[]): Impression | null {
  const { arrived } = attempt;
  const [first, second] = arrived;
  const last = arrived.at(-1);
  if (first === undefined || second === undefined || last === undefined) return null;
  const events = arrived.length;
  const { arrivedAt } = first;
  const arrivedOver = last.arrivedAt - arrivedAt;
  const instants = instantsOf(arrived);
  const alone = instants.filter(isFlow);
  // A page that is busy makes one instant of many, and never many of one.
  if (2 * alone.length > instants.length) return { like: "live", events, arrivedOver };
  if (busy.some(({ since, at }) => since <= last.arrivedAt && at >= arrivedAt - NOISE)) return null;
  if (arrivedOver <= NOISE) {
    const like = cameWithTheEnd(attempt, arrivedAt) ? "burst-at-end" : "together";
    return { like, events, arrivedAt };
  }
  return events - alone.length >= IN_COMPANY_FROM * events
    ? { like: "in-pieces", events, pieces: instants.length, arrivedOver }
    : null;
}

/** The response ended as the first event came, though there was time enough before. */
function cameWithTheEnd({ ending, reception }: AttemptView, arrivedAt: number): boolean {
  if (ending === null || ending.how === "closed") return false;
  return ending.at - arrivedAt <= NOISE && arrivedAt - reception.since > STALL;
}

/** An event by itself, or several that came one after the other, as a chat model's words do: what is let go at once has no time between. */
function isFlow(instant: Instant): boolean {
  const span = instant.to - instant.from;
  return span > NOISE || span >= 2 * ORDER * (instant.events - 1);
}

function instantsOf(arrived: readonly ArrivedEvent[]): Instant[] {
  const instants: Instant[] = [];
  for (const { arrivedAt } of arrived) {
    const last = instants.at(-1);
    if (last !== undefined && arrivedAt - last.to <= INSTANT) {
      last.to = arrivedAt;
      last.events++;
    } else {
      instants.push({ from: arrivedAt, to: arrivedAt, events: 1 });
    }
  }
  return instants;
}
