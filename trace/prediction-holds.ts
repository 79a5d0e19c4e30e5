/** Whether what was foretold of a client came true. */
import type { AttemptView } from "./attempt.ts";
import { isRedirect } from "./head.ts";
import { ORDER } from "./noise.ts";
import type { Prediction } from "./predictions.ts";
import type { Run } from "./run.ts";

/**
 * Whether `prediction` holds in what the run shows by now; `null` while nothing has shown it yet, or
 * where the page itself let go before.
 * @param since when the button was pressed: the time of the fault's record, ms since the run began
 */
export function holds(prediction: Prediction, run: Run, since: number): boolean | null {
  const { attempts } = run.lane(prediction.lane);
  const from = since - ORDER;
  // What the page asked for anew is another story.
  const ours = attempts.filter(({ reception }) => reception.follows || reception.since < from);
  const endings = ours.flatMap(({ ending }) => (ending && ending.at >= from ? [ending] : []));
  const gaveUp = endings.some((ending) => ending.how === "error" && ending.readyState === 2);
  const asked = ours.filter(({ connections }) => connections.some((one) => one.beganAt >= from));
  const [ending] = endings;
  switch (prediction.does) {
    case "reconnects":
    case "loses-and-asks":
      if (asked.length > 0) return true;
      return gaveUp ? false : null;
    case "gives-up":
      if (asked.some(({ announcedAt }) => announcedAt !== null && announcedAt >= from))
        return false;
      return gaveUp ? true : null;
    case "fails":
      if (ending?.how === "failure") return ending.name === "TypeError";
      return ending?.how === "ended" ? false : null;
    case "ends":
      if (ending?.how === "ended") return true;
      return ending?.how === "failure" ? false : null;
    case "waits":
    case "goes-on":
      return goesOn(ours, since, ending?.at ?? Number.POSITIVE_INFINITY);
    case "follows":
      return gaveUp ? false : follows(asked, prediction.later);
    case "never-asks":
      if (asked.length > 0) return false;
      return ours.at(-1)?.ending ? true : null;
  }
}

/** Whether the same connection lived until the server wrote again. */
function goesOn(attempts: readonly AttemptView[], since: number, until: number): boolean | null {
  const connection = attempts.findLast(({ reception }) => reception.since <= since)?.connection;
  const written = connection?.writes.find(({ at }) => at > since)?.at ?? Number.POSITIVE_INFINITY;
  const next = Math.min(written, connection?.end?.at ?? Number.POSITIVE_INFINITY);
  if (next < Number.POSITIVE_INFINITY) return next <= until + ORDER;
  return until === Number.POSITIVE_INFINITY ? null : false;
}

function follows(asked: readonly AttemptView[], later: "first" | "final"): boolean | null {
  const redirected = asked.findIndex(({ connections }) => isRedirect(connections[0]?.head ?? null));
  if ((asked[redirected]?.connections.length ?? 0) < 2) return null;
  const next = asked[redirected + 1]?.connections[0]?.request;
  if (next === null || next === undefined) return true;
  return next.url.includes("moved=1") === (later === "final");
}
