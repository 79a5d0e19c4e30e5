/** Whether a client asked again, and where it went on: what several lessons predict, and see. */
import { headerValue } from "../trace/run/head.ts";
import type { LaneName } from "../trace/run/records.ts";
import type { Run } from "../trace/run/run.ts";
import type { Check } from "./lesson.ts";
import {
  eachEvent,
  eventsAt,
  firstError,
  givesUp,
  isOpen,
  momentAt,
  observed,
  once,
} from "./seeing.ts";

/** It has two choices, "it is done" and "it asks again". */
export const asksAgain = {
  answer: (run: Run): number | null =>
    run.lane("eventsource").attempts.length > 1 ? 1 : isOpen(run) ? null : 0,
  seenAt: (run: Run) => momentAt(run.lane("eventsource").attempts[1]?.reception.since),
};

/** How often a lane asked, as a figure. */
export function requests(run: Run, lane: LaneName = "eventsource"): string {
  const { length } = run.lane(lane).attempts;
  return length === 1 ? "one request" : `${length} requests`;
}

/** That the EventSource asked again by itself. */
export function askedAgain(says: string): Check {
  return {
    name: "asked-again",
    says,
    holds: (run) => {
      const isBack = run.lane("eventsource").attempts.length > 1;
      return observed(run, isBack && firstError(run)?.readyState === 0, requests(run));
    },
    falseOn: ["wrong-content-type", "cut-live", givesUp],
  };
}

/** The last id before a lane came back, what it sent, and the first id behind that; `null` until then. */
export function aroundTheCut(
  run: Run,
  lane: LaneName = "eventsource",
): { last: string; sent: string; next: string } | null {
  const [before, after] = run.lane(lane).attempts;
  const last = before?.arrived.at(-1)?.lastEventId;
  const next = after?.arrived[0]?.lastEventId;
  const headers = after?.connection?.request?.headers;
  if (last === undefined || next === undefined || headers === undefined) return null;
  return { last, sent: headerValue(headers, "Last-Event-ID") ?? "", next };
}

/** It has two choices, "from the start" and "after the last". */
export const goesOn = {
  answer: (run: Run): number | null => {
    const found = aroundTheCut(run);
    return found && (Number(found.next) > Number(found.last) ? 1 : 0);
  },
  seenAt: () => eventsAt(1, 1, 2),
};

/** That the last id went back to the server. */
export function sentBack(says: string): Check {
  return {
    name: "sent-back",
    says,
    holds: once(
      aroundTheCut,
      ({ last, sent }) => sent !== "" && sent === last,
      ({ last, sent }) => `had ${last || "none"}, sent ${sent || "none"}`,
    ),
    falseOn: [
      "ends-and-comes-back",
      "drop-and-resume",
      (record) => (record.kind === "request" ? { ...record, headers: [] } : record),
    ],
  };
}

/** That the stream went on with the next id. */
export function wentOn(says: string): Check {
  return {
    name: "goes-on",
    says,
    holds: once(
      aroundTheCut,
      ({ last, next }) => Number(next) === Number(last) + 1,
      ({ last, next }) => `${last}, then ${next}`,
    ),
    falseOn: ["ends-and-comes-back", "drop-and-resume", eachEvent({ lastEventId: "1" })],
  };
}
