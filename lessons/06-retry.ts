import { milliseconds } from "../trace/en/figures.ts";
import type { Behaviour } from "../trace/run/behaviour.ts";
import { measuredBrowser } from "../trace/run/browser.ts";
import type { TraceRecord } from "../trace/run/records.ts";
import type { Run } from "../trace/run/run.ts";
import { defineLesson } from "./lesson.ts";
import { givesUp, momentAt, once } from "./seeing.ts";

/** A browser that waits has waited less than this, at the very least. ms */
const AT_ONCE = 400;

/** How long the EventSource waited after each end before its next request reached the server. ms */
function waits(run: Run): readonly number[] {
  const { attempts } = run.lane("eventsource");
  return attempts.flatMap(({ ending }, index) => {
    const next = attempts[index + 1]?.connection;
    return ending && next ? [Math.round(next.beganAt - ending.at)] : [];
  });
}

function twoWaits(run: Run): readonly [number, number] | null {
  const [first, second] = waits(run);
  return first === undefined || second === undefined ? null : [first, second];
}

/** Where its `number`th return is to be seen. */
function returnAt(run: Run, number: number) {
  return momentAt(run.lane("eventsource").attempts[number]?.connection?.beganAt);
}

/** Ms that `browser` was measured to wait. */
function measured(run: Run, name: "default-time" | "retry-0"): number | null {
  const answer: Behaviour | undefined = measuredBrowser(run.setup.browser)?.answers[name];
  return answer?.does === "asks-after" ? answer.ms : null;
}

/** Whether `ms` are less than this browser waits where a stream sets nothing. */
function isSooner(ms: number, run: Run): boolean {
  return ms < (measured(run, "default-time") ?? Infinity);
}

/** The shortest of its waits: what a busy machine makes of one of them does not count. */
function shortest(run: Run): number | null {
  const all = waits(run);
  return all.length < 2 ? null : Math.min(...all);
}

/** Lets each request but the first come so much later. ms */
function later(ms: number) {
  return (record: TraceRecord): TraceRecord =>
    record.side === "server" && record.attempt > 1 ? { ...record, at: record.at + ms } : record;
}

export default defineLesson({
  name: "retry",
  title: "When does it come back?",
  shows: "`retry` sets how long a browser waits before it asks again.",
  minutes: 4,
  routes: [],
  start: { stream: "retry-once", switches: {} },
  steps: [
    {
      prose: [
        {
          says: "The first answer says `retry: 700`, and ends. The second ends without a `retry`.",
          shownBy: "waits",
        },
      ],
      predict: {
        ask: "How long does the browser wait after the second answer?",
        choices: ["as long as it does by default", "700 ms again"],
        answer: (run) => {
          const [first, second] = twoWaits(run) ?? [];
          return first && second ? (second < 2 * first ? 1 : 0) : null;
        },
        seenAt: (run) => returnAt(run, 2),
      },
      hint: "Which two moments of the timeline are the ends of the wait?",
      checks: [
        {
          name: "waits",
          says: "It came back, and not before 700 ms were over",
          holds: once(
            (run) => waits(run)[0],
            (ms) => ms >= 680,
            (ms) => `after ${milliseconds(ms)}`,
          ),
          falseOn: ["wrong-content-type", "drop-and-resume", later(-900)],
        },
        {
          name: "stays",
          says: "The second time it waited as long: a `retry` stays",
          holds: once(
            twoWaits,
            ([first, second]) => second >= 680 && second < 2 * first,
            ([first, second]) => `${milliseconds(first)}, then ${milliseconds(second)}`,
          ),
          falseOn: ["drop-and-resume", "ends-and-comes-back", givesUp],
        },
      ],
      why: [
        {
          inChromium: "Where a stream sets none, this browser waits 3 s; Firefox waits 5 s.",
          inFirefox: "Where a stream sets none, this browser waits 5 s; Chromium waits 3 s.",
          source: {
            fact: "reconnection time when the stream sets none | **3000 ms** (gaps 3002–3020; up to 3125 while the machine was busy) | **5000 ms**",
          },
        },
      ],
      uses: ["script", "eventsource"],
    },
    {
      prose: [
        {
          says: "The server says `retry: 2000`, then `retry: 1.5s`, then `retry: -1`. The last two are ignored.",
          shownBy: "ignored",
        },
      ],
      predict: {
        ask: "When does the browser come back?",
        choices: ["at once", "after its default time", "after 2 s"],
        answer: (run) => {
          const [wait] = waits(run);
          return wait === undefined ? null : wait < 1400 ? 0 : isSooner(wait, run) ? 2 : 1;
        },
        seenAt: (run) => returnAt(run, 1),
      },
      hint: "Which of the three values was the last good one?",
      checks: [
        {
          name: "ignored",
          says: "It waited as the first `retry` said",
          holds: once(
            (run) => waits(run)[0],
            (ms, run) => ms >= 1950 && isSooner(ms, run),
            (ms) => `after ${milliseconds(ms)}`,
          ),
          falseOn: ["drop-and-resume", "live-direct", later(3000)],
        },
      ],
      why: [
        {
          says: "A `retry` that is not all digits changes nothing: the one before it stays.",
          source: { standard: "processField" },
        },
      ],
      uses: ["script", "eventsource"],
      start: { stream: "retry-not-a-number" },
    },
    {
      prose: [{ says: "Now the server says `retry: 0`, three times.", shownBy: "as-measured" }],
      predict: {
        ask: "Does this browser come back at once?",
        choices: ["yes", "no, it waits a little"],
        answer: (run) => {
          const wait = shortest(run);
          return wait === null ? null : wait < AT_ONCE ? 0 : 1;
        },
        seenAt: (run) => returnAt(run, 1),
      },
      hint: "What would a thousand browsers do to a server that ends at once?",
      checks: [
        {
          name: "as-measured",
          says: "It waited as this browser was measured to wait",
          holds: once(
            shortest,
            (ms, run) => ms < AT_ONCE === (measured(run, "retry-0") ?? ms) < AT_ONCE,
            (ms) => `after ${milliseconds(Math.max(0, ms))}`,
          ),
          falseOn: ["cut-at-an-age", "cut-at-an-age", later(500)],
        },
      ],
      why: [
        {
          inChromium: "This browser comes back at once; Firefox waits 500 ms all the same.",
          inFirefox: "This browser waits 500 ms all the same; Chromium comes back at once.",
          source: {
            fact: "obeyed: next request 8–25 ms after the end, for ever | raised to **500 ms**",
          },
        },
      ],
      uses: ["script", "eventsource"],
      start: { stream: "retry-zero" },
    },
  ],
});
