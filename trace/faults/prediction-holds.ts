/** Tells whether what was predicted of a client came true, and what it did. */
import type { AttemptView } from "../run/attempt.ts";
import { isEventStream, isRedirect } from "../run/head.ts";
import { ORDER } from "../run/noise.ts";
import type { Ending } from "../run/reception.ts";
import { givesUp } from "../run/reception.ts";
import type { LaneName } from "../run/records.ts";
import type { Run } from "../run/run.ts";
import type { Prediction } from "./predictions.ts";

/** What a client shows after a button was pressed. */
type Aftermath = {
  /** Its attempts but for what the page asked for anew, which is another story. */
  ours: readonly AttemptView[];
  /** The attempts that asked after it was pressed. */
  asked: readonly AttemptView[];
  /** The first ending after it was pressed. */
  ending: Ending | undefined;
  /** The first attempt after whose end the client itself asks no more. */
  last: AttemptView | undefined;
};

function aftermath(lane: LaneName, run: Run, since: number): Aftermath {
  const from = since - farthest(run); // by the page's clock it may have ended before it was pressed
  const { attempts } = run.lane(lane);
  const ours = attempts.filter(({ reception }) => reception.follows || reception.since < from);
  const ended = ours.filter(({ ending }) => ending !== null && ending.at >= from);
  return {
    ours,
    asked: ours.filter(({ connections }) => connections.some((one) => one.beganAt >= from)),
    ending: ended[0]?.ending ?? undefined,
    last: ended.find(({ ending }) => givesUp(ending)),
  };
}

/**
 * Tells whether `prediction` holds in what the run shows by now; `null` while nothing has shown it yet,
 * where nothing was predicted, or where the page itself let go before.
 * @param since when the button was pressed: the time of the fault's record, ms since the run began
 */
export function holds(prediction: Prediction, run: Run, since: number): boolean | null {
  const { ours, asked, ending, last } = aftermath(prediction.lane, run, since);
  switch (prediction.does) {
    case "reconnects":
    case "loses-and-asks": {
      const [next] = asked;
      if (last !== undefined && (next === undefined || last.number < next.number)) return false;
      return next === undefined ? null : true;
    }
    case "gives-up":
      if (asked.some((attempt) => isStream(attempt) && !wasRedirected(attempt))) return false;
      return last === undefined ? null : true;
    case "anew":
      if (last === undefined) return asked.some(isStream) ? false : null;
      if (asked.some((attempt) => attempt.number > last.number && isStream(attempt))) return true;
      return run.lane(prediction.lane).isConnected ? null : false;
    case "fails":
      if (ending?.how === "failure") return ending.name === "TypeError";
      return ending?.how === "ended" ? false : null;
    case "ends":
      if (ending?.how === "ended") return true;
      return ending?.how === "failure" ? false : null;
    case "waits":
    case "goes-on":
      return goesOn(ours, since, (ending?.at ?? Number.POSITIVE_INFINITY) + farthest(run));
    case "follows":
      return follows(asked, prediction.later) ?? (last === undefined ? null : false);
    case "never-asks":
      if (asked.length > 0) return false;
      return ours.at(-1)?.ending ? true : null;
    case "piles-up":
      return pilesUp(ours, run, since, since + prediction.ms);
    case "cant-tell":
      return null;
  }
}

/** What a client did, at its most telling. */
export type Did = "gave-up" | "asked-again" | "failed" | "ended";

/** Returns what the client has done since; `null`: nothing that could be told. */
export function did(lane: LaneName, run: Run, since: number): Did | null {
  const { asked, ending, last } = aftermath(lane, run, since);
  if (last !== undefined) return "gave-up";
  if (asked.length > 0) return "asked-again";
  if (ending?.how === "failure") return "failed";
  return ending?.how === "ended" ? "ended" : null;
}

/** Returns how far apart the same moment may be by the server's and the page's clock. ms */
function farthest({ setup }: Run): number {
  return setup.clockError + ORDER;
}

/** Tells whether the same connection lived until the server wrote again. */
function goesOn(attempts: readonly AttemptView[], since: number, until: number): boolean | null {
  const connection = attempts.findLast(({ reception }) => reception.since <= since)?.connection;
  const written = connection?.writes.find(({ at }) => at > since)?.at ?? Number.POSITIVE_INFINITY;
  const next = Math.min(written, connection?.end?.at ?? Number.POSITIVE_INFINITY);
  if (next < Number.POSITIVE_INFINITY) return next <= until;
  return until === Number.POSITIVE_INFINITY ? null : false;
}

function isStream({ announcedAt, head }: AttemptView): boolean {
  return announcedAt !== null && (head === null || isEventStream(head));
}

function wasRedirected({ connections: [first] }: AttemptView): boolean {
  return isRedirect(first?.head ?? null);
}

/** Tells whether it went on at the new address, and came back at the one that was predicted. */
function follows(asked: readonly AttemptView[], later: "first" | "final"): boolean | null {
  const index = asked.findIndex(wasRedirected);
  const redirected = asked[index];
  const [from, to] = redirected?.connections ?? [];
  if (redirected === undefined || !from?.request || !to?.request) return null;
  const next = asked[index + 1]?.connections[0]?.request;
  if (!next || givesUp(redirected.ending)) return true;
  return next.url === (later === "first" ? from : to).request?.url;
}

/** Tells whether what was written in that time arrived after it. What was written at its edges proves nothing. */
function pilesUp(
  attempts: readonly AttemptView[],
  run: Run,
  since: number,
  until: number,
): boolean | null {
  const edge = farthest(run);
  const meanwhile = attempts
    .flatMap(({ passages }) => passages)
    .filter(({ writtenAt }) => writtenAt >= since + edge && writtenAt <= until - edge);
  if (meanwhile.length === 0) return null;
  return meanwhile.every(({ arrivedAt }) => arrivedAt >= until - ORDER);
}
