import { isAuthorized } from "../trace/chat/chat-client.ts";
import { headerValue } from "../trace/run/head.ts";
import type { LaneName, TraceRecord } from "../trace/run/records.ts";
import { askedUrl, firstAsk, type Run } from "../trace/run/run.ts";
import { aroundTheCut, askedAgain, goesOn, requests } from "./coming-back.ts";
import { type Check, defineLesson } from "./lesson.ts";
import {
  arrivals,
  eachEvent,
  firstEnding,
  inTheEnd,
  isOpen,
  momentAt,
  nthEvent,
  once,
  readingEnds,
} from "./seeing.ts";

/** What somebody writes into the script. */
const PROMPT = "data: a prompt of three pages";

/** The cookie that the server sets to be seen; it hides all others. */
const COOKIE = "sse-playground-harmless=yes";

/** How a lane asked at first, as the server got it. */
function request(run: Run, lane: LaneName) {
  return run.lane(lane).attempts[0]?.connection?.request;
}

/** Whether EventSource brought the cookie along, once its first event has come. */
function broughtCookie(run: Run): boolean | null {
  const headers = request(run, "eventsource")?.headers;
  if (headers === undefined || arrivals(run).length === 0) return null;
  return (headerValue(headers, "Cookie") ?? "").split("; ").includes(COOKIE);
}

/** It has two choices, "yes" and "no". */
const cookieComes = {
  answer: (run: Run) => {
    const came = broughtCookie(run);
    return came === null ? null : came ? 0 : 1;
  },
  seenAt: (run: Run) => momentAt(request(run, "eventsource")?.at),
};

/** Changes how each request was made. */
function asking(change: { method?: string; headers?: [string, string][] }) {
  return (record: TraceRecord): TraceRecord =>
    record.kind === "request" ? { ...record, ...change } : record;
}

/** The name that EventSource asked for; `undefined` before it did. */
function askedFor(run: Run): string | undefined {
  if (firstAsk(run, "eventsource") === undefined) return undefined;
  return askedUrl(run, "eventsource").pathname.split("/").at(-1);
}

export const byPost: Check = {
  name: "by-post",
  says: "`fetch` asked by POST, with a body in JSON, and an event came",
  holds: once(
    (run) => (arrivals(run, "fetch").length === 0 ? null : request(run, "fetch")),
    ({ method, headers }) =>
      method === "POST" && headerValue(headers, "Content-Type") === "application/json",
    ({ method, headers }) => `${method}, ${headerValue(headers, "Content-Length") ?? "no"} bytes`,
  ),
  falseOn: ["error-page", "live-direct", asking({ method: "GET" })],
};

export default defineLesson({
  name: "post",
  title: "What EventSource cannot ask",
  shows: "EventSource has a URL and nothing else; fetch can POST, and must come back by itself.",
  minutes: 8,
  routes: [],
  start: { stream: "hello", switches: {} },
  steps: [
    {
      prose: [
        {
          says: "Both lanes ask for the same stream, `fetch` by POST, as a chat page sends a long prompt.",
          shownBy: "by-post",
        },
      ],
      predict: {
        ask: "Can an event stream be the answer to a POST?",
        choices: ["yes", "no, to a GET alone"],
        answer: (run) => {
          if (arrivals(run, "fetch").length > 0) return 0;
          return firstEnding(run, "fetch") === undefined ? null : 1;
        },
        seenAt: (run) => momentAt(arrivals(run, "fetch")[0]?.arrivedAt, "fetch"),
      },
      hint: "Which events does the fetch lane show, and how did it ask?",
      checks: [
        byPost,
        {
          name: "only-get",
          says: "EventSource asked by GET",
          holds: once(
            (run) => request(run, "eventsource"),
            ({ method }) => method === "GET",
            ({ method }) => method,
          ),
          falseOn: ["error-page", "live-direct", asking({ method: "POST" })],
        },
      ],
      why: [
        {
          says: "EventSource takes a URL and `withCredentials`: no method, no header, no body.",
          source: { standard: "the-eventsource-interface" },
        },
      ],
      uses: ["eventsource", "fetch"],
    },
    {
      prose: [
        {
          says: "EventSource takes two steps: this page leaves your prompt with the server by POST, then EventSource asks for that prompt’s address.",
          shownBy: "by-address",
        },
      ],
      act: [{ do: "edit", line: "data: hello", becomes: PROMPT }],
      hint: "For which address did EventSource ask?",
      checks: [
        {
          name: "by-address",
          says: "EventSource asked for the address of what was left there",
          holds: once(
            askedFor,
            (name, run) => name !== run.setup.script.name,
            (name) => `…/${name}`,
          ),
          falseOn: [
            "live-direct",
            "id-reset",
            (record) => (record.kind === "ask" ? { ...record, url: "/api/sse/id-reset" } : record),
          ],
        },
        {
          name: "answered",
          says: "Its stream has what you wrote",
          holds: nthEvent(1, ({ data }) => `data: ${data}` === PROMPT),
          falseOn: ["live-direct", "drop-and-resume", eachEvent({ data: "a prompt" })],
        },
      ],
      why: [],
      uses: ["script", "eventsource"],
    },
    {
      prose: [
        {
          says: "A cookie needs no header of yours. This server gives a harmless one.",
          shownBy: "came-along",
        },
      ],
      predict: {
        ask: "Does it come along when EventSource asks?",
        choices: ["yes", "no"],
        ...cookieComes,
      },
      act: [{ do: "take-cookie" }, { do: "play" }],
      hint: "Have you taken the cookie before you pressed Run?",
      checks: [
        {
          name: "came-along",
          says: "The cookie came with the request",
          holds: once(
            broughtCookie,
            (came) => came,
            (came) => (came ? COOKIE : "none"),
          ),
          falseOn: ["live-direct", "id-reset", asking({ headers: [["Cookie", "(redacted)"]] })],
        },
      ],
      why: [],
      uses: ["eventsource"],
    },
    {
      prose: [
        {
          says: "Without the proxy the server has another port. That is another origin.",
          source: {
            fact: "connection refused, stream of **another origin** (another port is one)",
          },
        },
      ],
      predict: { ask: "Does the cookie still come along?", choices: ["yes", "no"], ...cookieComes },
      act: [{ do: "take-cookie" }, { do: "turn", which: "proxy", to: false }],
      hint: "Which box behind Code lets cookies go to another origin?",
      checks: [
        {
          name: "stayed-at-home",
          says: "The stream came, and without the cookie",
          holds: once(
            broughtCookie,
            (came) => !came,
            (came) => (came ? COOKIE : "no cookie"),
          ),
          falseOn: ["error-page", "live-direct", asking({ headers: [["Cookie", COOKIE]] })],
        },
      ],
      why: [
        {
          says: "Cookies go to another origin only with `withCredentials`.",
          source: {
            fact: "| cookies, same origin / other origin / other origin with `withCredentials: true` | sent / not sent / sent | the same |",
          },
        },
      ],
      uses: ["eventsource"],
    },
    {
      prose: [{ says: "Now the server cuts the connection.", shownBy: "fetch-stays-away" }],
      predict: {
        ask: "Who comes back?",
        choices: ["both", "EventSource", "nobody"],
        answer: (run) => {
          const [source, fetch] = [run.lane("eventsource"), run.lane("fetch")].map(
            ({ attempts }) => attempts.length > 1,
          );
          return source ? (fetch ? 0 : 1) : isOpen(run) ? null : 2;
        },
        seenAt: (run) => momentAt(run.lane("eventsource").attempts[1]?.reception.since),
      },
      hint: "Which lane has a second attempt?",
      checks: [
        askedAgain("EventSource asked again"),
        {
          name: "fetch-stays-away",
          says: "`fetch` failed, and that was all",
          holds: (run) => {
            const ending = firstEnding(run, "fetch");
            const failure = ending?.how === "failure" ? ending.name : "no failure";
            const isAll = run.lane("fetch").attempts.length === 1;
            const figures = `${failure}, ${requests(run, "fetch")}`;
            return inTheEnd(run, ending?.how === "failure" && isAll, figures);
          },
          falseOn: ["live-direct", "cut-live", readingEnds],
        },
      ],
      why: [
        {
          says: "With `fetch`, parsing and coming back are your code.",
          source: { fact: "has no `Last-Event-ID`, no reconnection, and tells status and headers" },
        },
      ],
      uses: ["eventsource", "fetch"],
      start: { stream: "drop-and-resume" },
    },
    {
      prose: [{ says: "This page has such code for `fetch`.", shownBy: "fetch-came-back" }],
      act: [{ do: "come-back", lane: "fetch" }],
      hint: "What does the second request of the fetch lane say?",
      checks: [
        {
          name: "fetch-came-back",
          says: "`fetch` asked again, and the stream went on after its last id",
          holds: once(
            (run) => aroundTheCut(run, "fetch"),
            ({ last, sent, next }) => sent === last && Number(next) === Number(last) + 1,
            ({ last, next }) => `${last}, then ${next}`,
          ),
          falseOn: ["drop-and-resume", "cut-live", readingEnds],
        },
      ],
      why: [],
      uses: ["fetch"],
      start: { stream: "drop-and-resume" },
    },
    {
      prose: [
        {
          says: "The npm package `eventsource` is such code too, built on `fetch`.",
          source: { fact: "The npm package `eventsource` is built on fetch" },
        },
      ],
      predict: {
        ask: "Its connection is cut as well. Where does it go on?",
        choices: ["from the start", "after the last event"],
        ...goesOn,
      },
      act: [{ do: "by-package" }],
      hint: "What does the code in the EventSource lane import?",
      checks: [
        {
          name: "authorized",
          says: "It sent a header that the browser’s own cannot: `Authorization`",
          holds: once(
            (run) => request(run, "eventsource") && firstAsk(run, "eventsource"),
            ({ by }, run) => by === "package" && isAuthorized(run.lane("eventsource")),
            ({ by }) => `asked by the ${by}`,
          ),
          falseOn: [
            "live-direct",
            "drop-and-resume",
            asking({ headers: [["Authorization", "(redacted)"]] }),
          ],
        },
        {
          name: "goes-on",
          says: "It came back by itself, and lost nothing",
          holds: once(
            aroundTheCut,
            ({ last, sent, next }, { records }) =>
              records.some((one) => one.kind === "ask" && one.by === "package") &&
              sent === last &&
              Number(next) === Number(last) + 1,
            ({ last, next }) => `${last}, then ${next}`,
          ),
          falseOn: ["drop-and-resume", "drop-and-resume", eachEvent({ lastEventId: "1" })],
        },
      ],
      why: [],
      uses: ["eventsource"],
      start: { stream: "drop-and-resume" },
    },
  ],
});
