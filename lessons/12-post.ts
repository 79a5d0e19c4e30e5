import { headerValue } from "../trace/run/head.ts";
import type { LaneName, TraceRecord } from "../trace/run/records.ts";
import type { Run } from "../trace/run/run.ts";
import { askedUrl, firstAsk } from "../trace/run/run.ts";
import { defineLesson } from "./lesson.ts";
import {
  arrivals,
  eachEvent,
  givesUp,
  inTheEnd,
  momentAt,
  observed,
  once,
  quoted,
  readingEnds,
} from "./seeing.ts";

/** What somebody writes into the script in the last step. */
const PROMPT = "data: a prompt of three pages";

/** How a lane asked at first, as the server got it. */
function request(run: Run, lane: LaneName) {
  return run.lane(lane).attempts[0]?.connection?.request;
}

function by(method: string) {
  return (record: TraceRecord): TraceRecord =>
    record.kind === "request" ? { ...record, method, headers: [] } : record;
}

/** The name that EventSource asked for; `undefined` before it did. */
function askedFor(run: Run): string | undefined {
  if (firstAsk(run, "eventsource") === undefined) return undefined;
  return askedUrl(run, "eventsource").pathname.split("/").at(-1);
}

export default defineLesson({
  name: "post",
  title: "What EventSource cannot ask",
  shows: "EventSource has a URL and nothing else; fetch can POST, and must come back by itself.",
  minutes: 5,
  routes: [],
  differs: false,
  start: { stream: "hello", switches: {} },
  steps: [
    {
      prose: [
        {
          says: "Both lanes ask for one stream. One of them does it by POST, as a chat page sends a long prompt.",
          shownBy: "fetch-posts",
        },
      ],
      predict: {
        ask: "Which of the two?",
        choices: ["EventSource", "fetch"],
        answer: (run) => {
          const methods = [request(run, "eventsource"), request(run, "fetch")].map(
            (one) => one?.method,
          );
          return methods.includes(undefined) ? null : methods.indexOf("POST");
        },
        seenAt: (run) => momentAt(request(run, "fetch")?.at, "fetch"),
      },
      act: [{ do: "play", stream: "hello" }],
      hint: "What does the code of each lane say behind `new EventSource` or `fetch`?",
      checks: [
        {
          name: "only-get",
          says: "EventSource asked by GET",
          holds: (run) =>
            once(
              run,
              request(run, "eventsource"),
              ({ method }) => method === "GET",
              ({ method }) => method,
            ),
          falseOn: {
            recorded: "error-page",
            changed: { of: "live-direct", by: by("POST") },
          },
        },
        {
          name: "fetch-posts",
          says: "`fetch` asked by POST, with a body in JSON",
          holds: (run) =>
            once(
              run,
              request(run, "fetch"),
              ({ method, headers }) =>
                method === "POST" && headerValue(headers, "Content-Type") === "application/json",
              ({ method, headers }) =>
                `${method}, ${headerValue(headers, "Content-Length") ?? "no"} bytes`,
            ),
          falseOn: {
            recorded: "error-page",
            changed: { of: "live-direct", by: by("GET") },
          },
        },
      ],
      why: [
        {
          says: "EventSource takes a URL and `withCredentials`: no method, no header, no body.",
          source: { standard: "the-eventsource-interface" },
        },
        {
          says: "Cookies go along by themselves, to another origin only with `withCredentials`.",
          source: {
            fact: "| cookies, same origin / other origin / other origin with `withCredentials: true` | sent / not sent / sent | the same |",
          },
        },
      ],
      uses: ["eventsource", "fetch"],
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
          if (source) return fetch ? 0 : 1;
          return inTheEnd(run, true, "").is === "pending" ? null : 2;
        },
        seenAt: (run) => momentAt(run.lane("eventsource").attempts[1]?.reception.since),
      },
      act: [{ do: "play", stream: "drop-and-resume" }],
      hint: "Which lane has a second attempt?",
      checks: [
        {
          name: "comes-back",
          says: "EventSource asked again",
          holds: (run) => {
            const { attempts } = run.lane("eventsource");
            const [first] = attempts;
            const isSo = first?.ending?.how === "error" && first.ending.readyState === 0;
            return observed(run, isSo && attempts.length > 1, `${attempts.length} requests`);
          },
          falseOn: {
            recorded: "wrong-content-type",
            changed: { of: "cut-live", by: givesUp },
          },
        },
        {
          name: "fetch-stays-away",
          says: "`fetch` failed, and that was all",
          holds: (run) => {
            const { attempts } = run.lane("fetch");
            const ending = attempts[0]?.ending;
            const failure = ending?.how === "failure" ? ending.name : "no failure";
            const figures = `${failure}, ${attempts.length === 1 ? "one request" : `${attempts.length} requests`}`;
            return inTheEnd(run, ending?.how === "failure" && attempts.length === 1, figures);
          },
          falseOn: {
            recorded: "live-direct",
            changed: { of: "cut-live", by: readingEnds },
          },
        },
      ],
      why: [
        {
          says: "With `fetch`, parsing and coming back are your code.",
          source: {
            fact: "has no `Last-Event-ID`, no reconnection, and tells status and headers",
          },
        },
        {
          says: "The npm package `eventsource` does both for you, and lets you send headers.",
          source: { fact: "The npm package `eventsource` is built on fetch" },
        },
      ],
      uses: ["eventsource", "fetch"],
      start: { stream: "drop-and-resume" },
    },
    {
      prose: [
        {
          says: "Or take two steps. This page leaves what you write with the server, by POST, and gives EventSource the address.",
          shownBy: "by-address",
        },
      ],
      act: [{ do: "edit", line: "data: hello", becomes: PROMPT }],
      hint: "Does a script that you changed have an address before it is left with the server?",
      checks: [
        {
          name: "by-address",
          says: "EventSource asked for what was left",
          holds: (run) =>
            once(
              run,
              askedFor(run),
              (name) => name !== run.setup.script.name,
              (name) => `…/${name}`,
            ),
          falseOn: {
            recorded: "live-direct",
            changed: {
              of: "id-reset",
              by: (record) =>
                record.kind === "ask" ? { ...record, url: "/api/sse/id-reset" } : record,
            },
          },
        },
        {
          name: "answered",
          says: "Its stream has what you wrote",
          holds: (run) =>
            once(
              run,
              arrivals(run)[0],
              ({ data }) => `data: ${data}` === PROMPT,
              (event) => quoted([event]),
            ),
          falseOn: {
            recorded: "live-direct",
            changed: { of: "drop-and-resume", by: eachEvent({ data: "a prompt" }) },
          },
        },
      ],
      why: [],
      uses: ["script", "eventsource"],
    },
  ],
});
