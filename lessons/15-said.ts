import { milliseconds } from "../trace/en/figures.ts";
import { headerValue } from "../trace/run/head.ts";
import type { Pointing } from "../trace/run/pointing.ts";
import type { TraceRecord } from "../trace/run/records.ts";
import type { Run } from "../trace/run/run.ts";
import { defineLesson, type Part, type Sentence, type Step } from "./lesson.ts";
import {
  arrivals,
  eachEvent,
  eventsAt,
  givesUp,
  inTheEnd,
  momentAt,
  observed,
  once,
  without,
} from "./seeing.ts";

/** What a tutorial says, and what decides it. */
type Claim = {
  said: string;
  stream: string;
  /** Whether this run shows it to be so; `null` while that is open. */
  isSo: (run: Run) => boolean | null;
  seenAt: (run: Run) => Pointing | null;
  hint: string;
  check: Step["checks"][0];
  why: Sentence;
  uses: readonly Part[];
};

/** One claim is one step, and one run. */
function step({ said, stream, isSo, seenAt, hint, check, why, uses }: Claim): Step {
  return {
    prose: [],
    predict: {
      ask: `“${said}”`,
      choices: ["true", "false"],
      answer: (run) => {
        const found = isSo(run);
        return found === null ? null : found ? 0 : 1;
      },
      seenAt,
    },
    act: [{ do: "play", stream }],
    hint,
    checks: [check],
    why: [why],
    uses,
    start: { stream },
  };
}

/** The claim holds as soon as `isSo`, and does not once nothing more can come. */
function soOrInTheEnd(run: Run, isSo: boolean): boolean | null {
  if (isSo) return true;
  return inTheEnd(run, true, "").is === "pending" ? null : false;
}

function source(run: Run) {
  const { attempts, state } = run.lane("eventsource");
  const [first, second] = attempts;
  const status = first?.connection?.head?.status;
  const { ending } = first ?? {};
  return { attempts, state, first, second, status, ending };
}

/** The first error of EventSource; `undefined` before it. */
function firstError(run: Run) {
  const { ending, status } = source(run);
  return ending?.how === "error" ? { ...ending, status } : undefined;
}

function gaveUpAt(status: number) {
  return (run: Run) =>
    once(
      run,
      firstError(run),
      (error) => error.readyState === 2 && error.status === status,
      (error) => `status ${error.status ?? "unknown"}, readyState ${error.readyState}`,
    );
}

/** Lets EventSource ask again where it gave up. */
function asksAgain(record: TraceRecord): TraceRecord {
  return record.kind === "error" ? { ...record, readyState: 0 } : record;
}

/** How long EventSource waited before it asked again, though the stream said nothing of that. ms */
function waited(run: Run): number | undefined {
  const { first, second } = source(run);
  const asked = second?.connection?.beganAt;
  const ended = first?.ending?.at;
  if (asked === undefined || ended === undefined) return undefined;
  return first?.connection?.retries.length === 0 ? asked - ended : undefined;
}

/** Ms that people who wait for 30 s would not call about that. */
const FAR_FROM_30_S = 10_000;

/** How many chunks fetch read, and how many events came of them, once it has read all. */
function read(run: Run) {
  const [attempt] = run.lane("fetch").attempts;
  if (!attempt?.ending) return undefined;
  return { chunks: attempt.chunks.length, events: attempt.arrived.length };
}

/** The last id of the first attempt, and what the second request said of it. */
function sentBack(run: Run) {
  const { first, second } = source(run);
  const request = second?.connection?.request;
  const last = first?.arrived.at(-1)?.lastEventId;
  if (!request || last === undefined) return undefined;
  return { last, sent: headerValue(request.headers, "Last-Event-ID") ?? "none" };
}

const isNamed = ({ type }: { type: string }) => type !== "message";
const isBeyondAscii = ({ data }: { data: string }) => /[^\0-\x7f]/u.test(data);

const claims: readonly [Claim, ...Claim[]] = [
  {
    said: "A 204 ends it for good.",
    stream: "no-content",
    isSo: (run) => {
      const error = firstError(run);
      return error ? error.readyState === 2 : null;
    },
    seenAt: (run) => momentAt(firstError(run)?.at),
    hint: "Does the EventSource lane say that it comes back?",
    check: {
      name: "gave-up-at-204",
      says: "EventSource gave up at the 204",
      holds: gaveUpAt(204),
      falseOn: { recorded: "live-direct", changed: { of: "wrong-content-type", by: asksAgain } },
    },
    why: {
      says: "True: 204 says, do not come back.",
      source: { fact: "**204 is the polite way to say: do not come back**" },
    },
    uses: ["eventsource"],
  },
  {
    said: "After an error 500 the browser tries again.",
    stream: "server-error",
    isSo: (run) => {
      const error = firstError(run);
      return error ? error.readyState === 0 : null;
    },
    seenAt: (run) => momentAt(firstError(run)?.at),
    hint: "How many attempts does the timeline show?",
    check: {
      name: "gave-up-at-500",
      says: "EventSource gave up at the 500",
      holds: gaveUpAt(500),
      falseOn: { recorded: "wrong-content-type", changed: { of: "live-direct", by: givesUp } },
    },
    why: {
      says: "False: at an error status it gives up.",
      source: { fact: "gives up; `Retry-After` is ignored, the body too" },
    },
    uses: ["eventsource"],
  },
  {
    said: "Without `retry`, the browser waits 30 seconds.",
    stream: "block-without-data",
    isSo: (run) => {
      const ms = waited(run);
      return ms === undefined ? null : ms >= FAR_FROM_30_S;
    },
    seenAt: (run) => momentAt(source(run).second?.reception.since),
    hint: "How far apart are end and next request in the timeline?",
    check: {
      name: "waited",
      says: "It came back much sooner",
      holds: (run) => once(run, waited(run), (ms) => ms < FAR_FROM_30_S, milliseconds),
      falseOn: {
        recorded: "live-direct",
        changed: {
          of: "id-reset",
          by: (record) =>
            record.kind === "request" && record.attempt > 1
              ? { ...record, at: record.at + 30_000 }
              : record,
        },
      },
    },
    why: {
      inChromium: "False: this browser waits 3 seconds, Firefox 5.",
      inFirefox: "False: this browser waits 5 seconds, Chromium 3.",
      source: { fact: "| reconnection time when the stream sets none | **3000 ms**" },
    },
    uses: ["eventsource"],
  },
  {
    said: "Each chunk that `fetch` reads is one message.",
    stream: "chunk-inside-event",
    isSo: (run) => {
      const all = read(run);
      return all ? all.chunks === all.events : null;
    },
    seenAt: () => eventsAt(1),
    hint: "How many chunks made the first event?",
    check: {
      name: "more-chunks",
      says: "There were more chunks than messages",
      holds: (run) =>
        once(
          run,
          read(run),
          ({ chunks, events }) => chunks > events,
          ({ chunks, events }) => `${chunks} chunks, ${events} messages`,
        ),
      falseOn: {
        recorded: "live-direct",
        changed: { of: "misspelt-fields", by: without("chunk") },
      },
    },
    why: {
      says: "False: a chunk may hold half a message, or many.",
      source: { fact: "Chunks are not events: one chunk may hold half an event, or many." },
    },
    uses: ["fetch"],
  },
  {
    said: "`onmessage` hears every event.",
    stream: "unnamed-and-named",
    isSo: (run) => {
      const found = soOrInTheEnd(run, arrivals(run).some(isNamed));
      return found === null ? null : !found;
    },
    seenAt: () => eventsAt(2),
    hint: "Which type does each event of the lane have?",
    check: {
      name: "other-types",
      says: "Events of another type than `message` came",
      holds: (run) => {
        const got = arrivals(run);
        const named = got.filter(isNamed);
        return observed(run, named.length > 0, `${named.length} of ${got.length}`);
      },
      falseOn: {
        recorded: "id-reset",
        changed: { of: "live-direct", by: eachEvent({ type: "message" }) },
      },
    },
    why: {
      says: "False: a named event needs a listener for its name.",
      source: { standard: "dispatchMessage" },
    },
    uses: ["eventsource"],
  },
  {
    said: "Event streams are for GET only.",
    stream: "hello",
    isSo: (run) => {
      const [attempt] = run.lane("fetch").attempts;
      const method = attempt?.connection?.request?.method;
      return attempt?.arrived.length && method ? method === "GET" : null;
    },
    seenAt: (run) => momentAt(arrivals(run, "fetch")[0]?.arrivedAt, "fetch"),
    hint: "By which method did the fetch lane ask?",
    check: {
      name: "by-post",
      says: "An event came in answer to a POST",
      holds: (run) => {
        const [attempt] = run.lane("fetch").attempts;
        const method = attempt?.connection?.request?.method ?? "nothing";
        const [event] = attempt?.arrived ?? [];
        const isSo = method === "POST" && event !== undefined;
        return observed(run, isSo, `${method}: ${event ? `“${event.data}”` : "no event"}`);
      },
      falseOn: {
        recorded: "no-blank-line",
        changed: {
          of: "live-direct",
          by: (record) => (record.kind === "request" ? { ...record, method: "GET" } : record),
        },
      },
    },
    why: { says: "False: only EventSource is. `fetch` may POST.", shownBy: "by-post" },
    uses: ["eventsource", "fetch"],
  },
  {
    said: "Without `text/event-stream`, EventSource reads nothing.",
    stream: "wrong-content-type",
    isSo: (run) => {
      if (arrivals(run).length > 0) return false;
      const error = firstError(run);
      return error ? error.readyState === 2 : null;
    },
    seenAt: (run) => momentAt(firstError(run)?.at),
    hint: "The server wrote events. Did one arrive?",
    check: {
      name: "gave-up-at-type",
      says: "EventSource gave up, though the status was 200",
      holds: gaveUpAt(200),
      falseOn: { recorded: "live-direct", changed: { of: "wrong-content-type", by: asksAgain } },
    },
    why: {
      says: "True: any other type, and it gives up.",
      source: { fact: "no Content-Type | gives up |" },
    },
    uses: ["eventsource"],
  },
  {
    said: "Text beyond ASCII must be sent as base64.",
    stream: "chinese-and-emoji",
    isSo: (run) => {
      const found = soOrInTheEnd(run, arrivals(run).some(isBeyondAscii));
      return found === null ? null : !found;
    },
    seenAt: () => eventsAt(1),
    hint: "Can you read what arrived?",
    check: {
      name: "beyond-ascii",
      says: "Text beyond ASCII arrived as it was written",
      holds: (run) => {
        const [event] = arrivals(run).filter(isBeyondAscii);
        const [written] = source(run).first?.written ?? [];
        const isSo = event !== undefined && event.data === written?.data;
        return observed(run, isSo, event === undefined ? "ASCII only" : `“${event.data}”`);
      },
      falseOn: {
        recorded: "live-direct",
        changed: { of: "id-reset", by: eachEvent({ data: "?" }) },
      },
    },
    why: {
      says: "False: an event stream is always UTF-8.",
      source: { standard: "parsing-an-event-stream" },
    },
    uses: ["script", "eventsource"],
  },
  {
    said: "The browser itself tells the server where it was.",
    stream: "drop-and-resume",
    isSo: (run) => {
      const found = sentBack(run);
      return found ? found.sent === found.last : null;
    },
    seenAt: () => eventsAt(1, 1, 2),
    hint: "What does the second request have that the first one had not?",
    check: {
      name: "sent-back",
      says: "The second request had `Last-Event-ID`",
      holds: (run) =>
        once(
          run,
          sentBack(run),
          ({ sent, last }) => sent === last,
          ({ sent, last }) => `had ${last || "none"}, sent ${sent}`,
        ),
      falseOn: {
        recorded: "ends-and-comes-back",
        changed: {
          of: "drop-and-resume",
          by: (record) => (record.kind === "request" ? { ...record, headers: [] } : record),
        },
      },
    },
    why: {
      says: "True, if the server gave its events an `id`.",
      source: { standard: "the-last-event-id-header" },
    },
    uses: ["eventsource"],
  },
  {
    said: "When the server is done, so is EventSource.",
    stream: "ends-and-comes-back",
    isSo: (run) => {
      const found = soOrInTheEnd(run, source(run).attempts.length > 1);
      return found === null ? null : !found;
    },
    seenAt: (run) => momentAt(source(run).second?.reception.since),
    hint: "What does the lane say behind the end?",
    check: {
      name: "asked-again",
      says: "It asked again",
      holds: (run) => {
        const { attempts, ending } = source(run);
        const isSo = attempts.length > 1 && ending?.how === "error" && ending.readyState === 0;
        return observed(run, isSo, `${attempts.length} requests`);
      },
      falseOn: { recorded: "wrong-content-type", changed: { of: "cut-live", by: givesUp } },
    },
    why: {
      says: "False: to it an end is like a cut, and it comes back.",
      source: { fact: "**the page cannot tell it from a proper end**" },
    },
    uses: ["eventsource"],
  },
];

const [first, ...others] = claims;

export default defineLesson({
  name: "said",
  title: "Said on the web: true or false?",
  shows: "Ten claims that tutorials repeat, each decided by one run.",
  minutes: 8,
  routes: [],
  differs: true,
  start: { stream: "no-content", switches: {} },
  steps: [step(first), ...others.map(step)],
});
