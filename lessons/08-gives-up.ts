import { measuredBrowser } from "../trace/run/browser.ts";
import type { Run } from "../trace/run/run.ts";
import { type Check, defineLesson } from "./lesson.ts";
import { arrivals, eachEvent, givesUp, momentAt, once, without } from "./seeing.ts";

/** The EventSource of the run, once it is known whether it reads the answer: its state, and the status it met. */
function met(run: Run) {
  const { state, attempts } = run.lane("eventsource");
  const gaveUp = state.name === "gave-up";
  if (!gaveUp && arrivals(run).length === 0) return null;
  return { gaveUp, status: attempts.at(-1)?.connection?.head?.status ?? 0 };
}

/** Once it has given up, or has come back and reads again. */
function metAgain(run: Run) {
  const { state, attempts } = run.lane("eventsource");
  const again = attempts.slice(1).some(({ arrived }) => arrived.length > 0);
  return state.name === "gave-up" || again ? met(run) : null;
}

/** What it made of the last request. */
const figures = ({ gaveUp, status }: { gaveUp: boolean; status: number }) =>
  `status ${status}, ${gaveUp ? "readyState 2" : "it reads"}`;

/** Where it gave up, or went on. */
function seenAt(run: Run) {
  const last = run.lane("eventsource").attempts.at(-1);
  return momentAt(last?.ending?.at ?? last?.arrived[0]?.arrivedAt);
}

export const byType: Check = {
  name: "by-type",
  says: "It gave up for good, with status 200 and not one event",
  holds: once(
    met,
    ({ gaveUp, status }, run) => gaveUp && status === 200 && arrivals(run).length === 0,
    figures,
  ),
  falseOn: ["live-direct", "live-direct", eachEvent({ data: "read" })],
};

export default defineLesson({
  name: "gives-up",
  title: "Come back, or give up?",
  shows: "Some answers end an EventSource for good; a restart behind a proxy may too.",
  minutes: 5,
  routes: ["long"],
  start: { stream: "wrong-content-type", switches: {} },
  steps: [
    {
      prose: [
        {
          says: "The stream is good, and comes as `Content-Type: application/json`.",
          shownBy: "by-type",
        },
      ],
      predict: {
        ask: "What does the EventSource do?",
        choices: ["it reads it", "it asks again", "it gives up"],
        answer: (run) => {
          const seen = met(run);
          if (seen !== null) return seen.gaveUp ? 2 : 0;
          return run.lane("eventsource").attempts.length > 1 ? 1 : null;
        },
        seenAt,
      },
      hint: "Which readyState does the EventSource lane show?",
      checks: [byType],
      why: [
        {
          says: "It gives up with one plain `error` event, readyState 2, and no further request.",
          source: { fact: '"Gives up" = one plain `error` event, `readyState` 2 (CLOSED)' },
        },
      ],
      uses: ["script", "eventsource"],
    },
    {
      prose: [{ says: "Now the type is right, and the charset is not UTF-8.", shownBy: "charset" }],
      predict: {
        ask: "Does this browser read it?",
        choices: ["yes", "no"],
        answer: (run) => {
          const seen = met(run);
          return seen && (seen.gaveUp ? 1 : 0);
        },
        seenAt,
      },
      act: [
        {
          do: "edit",
          line: "@header Content-Type: application/json",
          becomes: "@header Content-Type: text/event-stream; charset=latin1",
        },
      ],
      hint: "Does the EventSource lane show an event?",
      checks: [
        {
          name: "charset",
          says: "It did what this browser was measured to do",
          holds: once(
            met,
            ({ gaveUp }, run) => {
              const known = measuredBrowser(run.setup.browser)?.answers.charset.does;
              return known === undefined || gaveUp === (known === "gives-up");
            },
            figures,
          ),
          falseOn: ["cut-at-an-age", "drop-and-resume", eachEvent({ data: "read" })],
        },
      ],
      why: [
        {
          inChromium: "This browser gives up; Firefox reads it, as UTF-8 all the same.",
          inFirefox: "This browser reads it, as UTF-8 all the same; Chromium gives up.",
          source: { fact: "Chromium gives up; Firefox opens and decodes as UTF-8 all the same" },
        },
      ],
      uses: ["script", "eventsource"],
    },
    {
      prose: [
        {
          says: "Two answers are good. The third has status 500.",
          shownBy: "by-status",
        },
      ],
      predict: {
        ask: "Does the EventSource ask a fourth time?",
        choices: ["yes, as after an end", "no, it gives up"],
        answer: (run) => {
          const { attempts, state } = run.lane("eventsource");
          return attempts.length > 3 ? 0 : state.name === "gave-up" ? 1 : null;
        },
        seenAt,
      },
      act: [{ do: "edit", line: "@status 204", becomes: "@status 500" }],
      hint: "How many attempts does the EventSource lane count?",
      checks: [
        {
          name: "by-status",
          says: "It gave up at the 500: no retry",
          holds: once(
            (run) => (run.lane("eventsource").state.name === "gave-up" ? met(run) : null),
            ({ status }) => status === 500,
            figures,
          ),
          falseOn: ["live-direct", "ends-and-comes-back", givesUp],
        },
      ],
      why: [
        {
          says: "It gives up at every other 4xx and 5xx, too.",
          source: {
            fact: "400, 401, 403, 404, 408, 410, 418, 429, 500, 502, 503, 504, even with type `text/event-stream` | gives up",
          },
        },
      ],
      uses: ["script", "eventsource"],
      start: { stream: "ends-and-comes-back" },
    },
    {
      prose: [
        {
          says: "A server restarts. While it is down, the proxy in front of it answers 503. You play both.",
          source: { fact: "Still down: 504, **gives up for good**." },
        },
      ],
      predict: {
        ask: "A second later the server is back. Does the EventSource come back, too?",
        choices: ["yes", "no, never"],
        answer: (run) => {
          const seen = metAgain(run);
          return seen && (seen.gaveUp ? 1 : 0);
        },
        seenAt,
      },
      act: [
        { do: "play" },
        {
          do: "press",
          fault: { kind: "next-status", status: 503 },
          lane: "eventsource",
          after: 1,
        },
        { do: "press", fault: { kind: "drop", how: "fin" }, lane: "eventsource", after: 2 },
      ],
      hint: "Which answer does the EventSource get when it asks again?",
      checks: [
        {
          name: "restart",
          says: "One 503 was the end of it, though the stream was good before",
          holds: once(
            metAgain,
            ({ gaveUp, status }, run) => gaveUp && status === 503 && arrivals(run).length > 0,
            figures,
          ),
          falseOn: ["drop-and-resume", "server-killed", without("dispatch")],
        },
      ],
      why: [
        {
          says: "Without the proxy, Chromium and Firefox would have gone on trying. Here the page has to make a new EventSource.",
          source: { fact: "Direct to the server, both browsers would have gone on trying." },
        },
      ],
      uses: ["eventsource"],
      start: { stream: "ticker" },
    },
  ],
});
