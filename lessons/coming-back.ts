/** Whether the EventSource asked again, and where it went on: what several lessons predict. */
import { headerValue } from "../trace/run/head.ts";
import type { Run } from "../trace/run/run.ts";
import { eventsAt, inTheEnd, momentAt } from "./seeing.ts";

/** Of two choices, "it is done" and "it asks again". */
export const asksAgain = {
  answer: (run: Run): number | null =>
    run.lane("eventsource").attempts.length > 1
      ? 1
      : inTheEnd(run, true, "").is === "pending"
        ? null
        : 0,
  seenAt: (run: Run) => momentAt(run.lane("eventsource").attempts[1]?.reception.since),
};

/** The last id before the EventSource came back, what it sent, and the first id behind that; `null` until then. */
export function aroundTheCut(run: Run): { last: string; sent: string; next: string } | null {
  const [before, after] = run.lane("eventsource").attempts;
  const last = before?.arrived.at(-1)?.lastEventId;
  const next = after?.arrived[0]?.lastEventId;
  const headers = after?.connection?.request?.headers;
  if (last === undefined || next === undefined || headers === undefined) return null;
  return { last, sent: headerValue(headers, "Last-Event-ID") ?? "", next };
}

/** Of two choices, "from the start" and "behind the last". */
export const goesOn = {
  answer: (run: Run): number | null => {
    const found = aroundTheCut(run);
    return found && (Number(found.next) > Number(found.last) ? 1 : 0);
  },
  seenAt: () => eventsAt(1, 1, 2),
};
