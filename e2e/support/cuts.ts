/** A stream of numbered events that is cut at random points while both lanes read it. */
import type { Page } from "@playwright/test";
import { firstSetUp } from "../../client/playground/set-up.ts";
import { writeLink } from "../../client/share/link.ts";
import type { LaneName } from "../../trace/run/records.ts";
import { lanes } from "../pages/playground.ts";
import { seldom } from "./seldom.ts";

/** Streams go `direct`, or through the dev proxy; never behind a compressor, where a cut loses what it holds. */
export type Way = "direct" | "proxy";

export const ways: readonly Way[] = ["direct", "proxy"];

/** This run's points come from this seed; `SEED=…` plays the same points again. */
export const seed = Number(process.env["SEED"] ?? Date.now() % 1_000_000);

/** The hash of a link that plays `events` numbered events, so far `apart` (ms), to clients that come back. */
export function numbered(events: number, way: Way, apart: number): Promise<string> {
  const text = [
    `@repeat ${events}`,
    "retry: 50", // in each block: a new EventSource does not know what another one was told
    "id: {{n}}",
    "data: {{n}}",
    "",
    `@wait ${apart}ms`,
    "@end",
    "@status 204",
    "",
  ].join("\n");
  const switches = { ...firstSetUp.switches, proxy: way === "proxy" };
  return writeLink({ ...firstSetUp, scriptName: "numbered", text, switches, comesBack: lanes });
}

/** Returns `many` numbers of events below `events`, in order, the same ones for the same seed. */
export function points(many: number, events: number, salt: number): number[] {
  let state = seed + salt;
  const next = () => {
    // mulberry32
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  return Array.from({ length: many }, () => 1 + Math.floor(next() * (events - 2))).sort(
    (a, b) => a - b,
  );
}

/** Returns the ids of the first `count` events. */
export function firstNumbers(count: number): string[] {
  return Array.from({ length: count }, (_, index) => String(index + 1));
}

/** What a lane got in the end. */
type Got = {
  ids: readonly string[];
  attempts: number;
  /** Cuts that met it while its stream ran. */
  cuts: number;
};

/**
 * Cuts the current run's streams, by FIN and by RST in turn, when a lane has got the events of its points;
 * settles when each lane has got all of `events`, or has come to its end.
 */
export function cutUntilAll(
  page: Page,
  events: number,
  cutsAt: Record<LaneName, readonly number[]>,
): Promise<Record<LaneName, Got>> {
  return page.evaluate(
    async ({ events, cutsAt }) => {
      const current = playground.current;
      if (current === undefined) throw new Error("nothing runs");
      const { run } = current;
      const { trace } = run.setup;

      async function follow(name: LaneName): Promise<Got> {
        const lane = run.lane(name);
        const left = [...cutsAt[name]];
        let cuts = 0;
        while (lane.lastEventId !== String(events) && lane.isConnected) {
          const got = lane.attempts.reduce((sum, { arrived }) => sum + arrived.length, 0);
          if (left[0] !== undefined && got >= left[0] && (await cut(cuts % 2 === 0))) {
            left.shift();
            cuts++;
          }
          await new Promise((resolve) => setTimeout(resolve, 10)); // a drawing may come when all is over
        }
        const ids = lane.attempts.flatMap(({ arrived }) => arrived.map((one) => one.lastEventId));
        return { ids, attempts: lane.attempts.length, cuts };

        /** Whether there was a stream to cut. */
        async function cut(byFin: boolean): Promise<boolean> {
          const fault = { kind: "drop", how: byFin ? "fin" : "reset" };
          const response = await fetch("/api/faults", {
            method: "POST",
            headers: { "Content-Type": "application/json" },
            body: JSON.stringify({ trace, lane: name, fault }),
          }).catch(() => undefined); // the server may just be away
          return response?.ok ?? false;
        }
      }

      const [eventsource, fetched] = await Promise.all([follow("eventsource"), follow("fetch")]);
      return { eventsource, fetch: fetched };
    },
    { events, cutsAt },
  );
}

/** Waits until a lane has got so many events. */
export async function gets(page: Page, lane: LaneName, count: number): Promise<void> {
  await page.waitForFunction(
    ({ lane, count }) => {
      const attempts = playground.current?.run.lane(lane).attempts ?? [];
      return attempts.reduce((sum, { arrived }) => sum + arrived.length, 0) >= count;
    },
    { lane, count },
    seldom,
  );
}
