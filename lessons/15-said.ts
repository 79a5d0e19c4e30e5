import { milliseconds } from "../trace/en/figures.ts";
import type { Pointing } from "../trace/run/pointing.ts";
import type { TraceRecord } from "../trace/run/records.ts";
import type { Run } from "../trace/run/run.ts";
import { named } from "./03-event.ts";
import { byType } from "./08-gives-up.ts";
import { moreChunks } from "./10-chunks.ts";
import { byPost } from "./12-post.ts";
import { askedAgain, asksAgain, goesOn, sentBack } from "./coming-back.ts";
import { type Check, defineLesson, type Part, type Sentence, type Step } from "./lesson.ts";
import {
  arrivals,
  eachEvent,
  eventsAt,
  firstEnding,
  firstError,
  givesUp,
  momentAt,
  observed,
  once,
} from "./seeing.ts";

/** What a tutorial says, and what decides it. */
type Claim = {
  said: string;
  /** Whether it is so once its check has come true. */
  isTrue: boolean;
  stream: string;
  check: Check;
  seenAt: (run: Run) => Pointing | null;
  hint: string;
  why: Sentence;
  uses: readonly Part[];
};

/** One claim is one step, and one run. */
function step({ said, isTrue, stream, check, seenAt, hint, why, uses }: Claim): Step {
  return {
    prose: [],
    predict: {
      ask: `“${said}”`,
      choices: ["true", "false"],
      answer: (run) => {
        const { is } = check.holds(run);
        return is === "pending" ? null : (is === "true") === isTrue ? 0 : 1;
      },
      seenAt,
    },
    hint,
    checks: [check],
    why: [why],
    uses,
    start: { stream },
  };
}

function gaveUpAt(status: number, falseOn: Check["falseOn"]): Check {
  return {
    name: "gave-up",
    says: `EventSource gave up at the ${status}`,
    holds: once(
      firstError,
      (error) => error.readyState === 2 && error.status === status,
      (error) => `status ${error.status ?? "unknown"}, readyState ${error.readyState}`,
    ),
    falseOn,
  };
}

/** Lets EventSource ask again where it gave up. */
function asksInstead(record: TraceRecord): TraceRecord {
  return record.kind === "error" ? { ...record, readyState: 0 } : record;
}

/** How long EventSource waited before it asked again, though the stream said nothing of that. ms */
function waited(run: Run): number | undefined {
  const [first, second] = run.lane("eventsource").attempts;
  const asked = second?.connection?.beganAt;
  const ended = first?.ending?.at;
  if (asked === undefined || ended === undefined) return undefined;
  return first?.connection?.retries.length === 0 ? asked - ended : undefined;
}

/** Ms that people who wait for 30 s would not call about that. */
const FAR_FROM_30_S = 10_000;

const waitedLess: Check = {
  name: "waited",
  says: "It came back much sooner",
  holds: once(waited, (ms) => ms < FAR_FROM_30_S, milliseconds),
  falseOn: [
    "live-direct",
    "id-reset",
    (record) =>
      record.kind === "request" && record.attempt > 1
        ? { ...record, at: record.at + 30_000 }
        : record,
  ],
};

const beyondAscii: Check = {
  name: "beyond-ascii",
  says: "Text beyond ASCII arrived as it was written",
  holds: (run) => {
    const event = arrivals(run).find(({ data }) => /[^\0-\x7f]/u.test(data));
    const [written] = run.lane("eventsource").attempts[0]?.written ?? [];
    const isSo = event !== undefined && event.data === written?.data;
    return observed(run, isSo, event === undefined ? "ASCII only" : `“${event.data}”`);
  },
  falseOn: ["live-direct", "id-reset", eachEvent({ data: "?" })],
};

const atItsEnd = (run: Run) => momentAt(firstEnding(run)?.at);

const claims: readonly [Claim, ...Claim[]] = [
  {
    said: "A 204 ends an EventSource for good.",
    isTrue: true,
    stream: "no-content",
    check: gaveUpAt(204, ["live-direct", "wrong-content-type", asksInstead]),
    seenAt: atItsEnd,
    hint: "Does the EventSource lane say that it comes back?",
    why: {
      says: "204 says: do not come back.",
      source: { fact: "**204 is the polite way to say: do not come back**" },
    },
    uses: ["eventsource"],
  },
  {
    said: "After an error 500 the browser tries again.",
    isTrue: false,
    stream: "server-error",
    check: gaveUpAt(500, ["wrong-content-type", "live-direct", givesUp]),
    seenAt: atItsEnd,
    hint: "How many attempts does the EventSource lane show?",
    why: {
      says: "At an error status it gives up.",
      source: { fact: "gives up; `Retry-After` is ignored, the body too" },
    },
    uses: ["eventsource"],
  },
  {
    said: "Without `retry`, the browser waits 30 seconds.",
    isTrue: false,
    stream: "block-without-data",
    check: waitedLess,
    seenAt: asksAgain.seenAt,
    hint: "After how long does the EventSource lane ask again?",
    why: {
      inChromium: "This browser waits 3 seconds, Firefox 5.",
      inFirefox: "This browser waits 5 seconds, Chromium 3.",
      source: { fact: "| reconnection time when the stream sets none | **3000 ms**" },
    },
    uses: ["eventsource"],
  },
  {
    said: "Each chunk that `fetch` reads is one message.",
    isTrue: false,
    stream: "chunk-inside-event",
    check: moreChunks,
    seenAt: (run) => momentAt(arrivals(run, "fetch")[0]?.arrivedAt, "fetch"),
    hint: "How many chunks made the first event?",
    why: {
      says: "A chunk may hold half a message, or many.",
      source: { fact: "Chunks are not events: one chunk may hold half an event, or many." },
    },
    uses: ["fetch"],
  },
  {
    said: "`onmessage` hears every event.",
    isTrue: false,
    stream: "unnamed-and-named",
    check: named,
    seenAt: () => eventsAt(2),
    hint: "Which type does each event of the lane have?",
    why: {
      says: "A named event needs a listener for its name.",
      source: { standard: "dispatchMessage" },
    },
    uses: ["eventsource"],
  },
  {
    said: "Event streams are for GET only.",
    isTrue: false,
    stream: "hello",
    check: byPost,
    seenAt: (run) => momentAt(arrivals(run, "fetch")[0]?.arrivedAt, "fetch"),
    hint: "By which method did the fetch lane ask?",
    why: { says: "EventSource alone is for GET only: `fetch` may POST.", shownBy: "by-post" },
    uses: ["eventsource", "fetch"],
  },
  {
    said: "Without `text/event-stream`, EventSource reads nothing.",
    isTrue: true,
    stream: "wrong-content-type",
    check: byType,
    seenAt: atItsEnd,
    hint: "The server wrote events. Did one arrive?",
    why: {
      says: "At any other type it gives up.",
      source: { fact: "no Content-Type | gives up |" },
    },
    uses: ["eventsource"],
  },
  {
    said: "Text beyond ASCII must be sent as base64.",
    isTrue: false,
    stream: "chinese-and-emoji",
    check: beyondAscii,
    seenAt: () => eventsAt(1),
    hint: "Can you read what arrived?",
    why: {
      says: "An event stream is always UTF-8.",
      source: { standard: "parsing-an-event-stream" },
    },
    uses: ["script", "eventsource"],
  },
  {
    said: "A browser that comes back tells the server what it got last.",
    isTrue: true,
    stream: "drop-and-resume",
    check: sentBack("The second request had `Last-Event-ID`"),
    seenAt: goesOn.seenAt,
    hint: "What does the second request have that the first one had not?",
    why: {
      says: "It tells the `id` of that event, if the server gave it one.",
      source: { standard: "the-last-event-id-header" },
    },
    uses: ["eventsource"],
  },
  {
    said: "When the server is done, so is EventSource.",
    isTrue: false,
    stream: "ends-and-comes-back",
    check: askedAgain("It asked again"),
    seenAt: asksAgain.seenAt,
    hint: "What does the lane say after the end?",
    why: {
      says: "To it an end is like a cut, and it comes back.",
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
  start: { stream: "no-content", switches: {} },
  steps: [step(first), ...others.map(step)],
});
