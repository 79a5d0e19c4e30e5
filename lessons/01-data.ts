import { milliseconds } from "../trace/en/figures.ts";
import { NOISE } from "../trace/run/noise.ts";
import type { Run } from "../trace/run/run.ts";
import { defineLesson } from "./lesson.ts";
import {
  arrivals,
  atTheEnd,
  eachEvent,
  eventsAt,
  isFirstOver,
  linesWritten,
  nthEvent,
  observed,
  once,
  quoted,
  without,
  writes,
} from "./seeing.ts";

/** The write of the first data line, that of the blank line behind it, and the event that came. */
function firstEvent(run: Run) {
  const [line, blank] = writes(run).filter(({ length }) => length > 0);
  const [event] = arrivals(run);
  if (line === undefined || blank === undefined || event === undefined) return null;
  return { line: line.at, blank: blank.at, came: event.arrivedAt };
}

export default defineLesson({
  name: "data",
  title: "What sends an event off?",
  shows: "A data line is no event yet. The blank line after it dispatches it.",
  minutes: 3,
  routes: ["long"],
  start: { stream: "hello", switches: {} },
  steps: [
    {
      prose: [
        {
          says: "This page asks the server for one stream twice: by `EventSource`, and by `fetch`.",
          shownBy: "both",
        },
        {
          says: "The script is what the server sends: `data: hello`, and then a blank line. Lines with `@` tell it what to do, as to wait; they are not sent.",
          shownBy: "in-two-writes",
        },
      ],
      predict: {
        ask: "When does the page get its event?",
        choices: ["with the data line", "with the blank line"],
        answer: (run) => {
          const first = firstEvent(run);
          return first && (nearerToBlank(first) ? 1 : 0);
        },
        seenAt: () => eventsAt(1),
      },
      hint: "In the timeline, how long after the start does event 1 leave the server?",
      checks: [
        {
          name: "both",
          says: "Each client got an event",
          holds: (run) => {
            const [first] = arrivals(run);
            const [second] = arrivals(run, "fetch");
            return observed(
              run,
              first !== undefined && second !== undefined,
              quoted([first, second].filter((one) => one !== undefined)),
            );
          },
          falseOn: ["no-blank-line", "live-direct", without("dispatch")],
        },
        {
          name: "in-two-writes",
          says: "The server sent the data line, and the blank line later",
          holds: (run) => {
            const [line, blank] = writes(run);
            const gap = line && blank ? blank.at - line.at : 0;
            const isSo = line?.events === 0 && blank?.events === 1 && gap > NOISE;
            return observed(run, isSo, milliseconds(gap));
          },
          falseOn: ["one-event", "drop-and-resume", without("write")],
        },
        {
          name: "by-blank-line",
          says: "The event came with the blank line",
          holds: once(
            firstEvent,
            (first) => nearerToBlank(first),
            ({ blank, came }) => `${milliseconds(Math.max(0, came - blank))} after it`,
          ),
          falseOn: ["no-blank-line", "live-direct", without("dispatch")],
        },
      ],
      why: [
        {
          says: "The lines before a blank one are a *block*. The blank line *dispatches* it: the page gets it as an event.",
          source: { standard: "event-stream-interpretation" },
        },
      ],
      uses: ["script", "eventsource"],
    },
    {
      prose: [{ says: "What follows `data:` is what the page gets.", shownBy: "as-written" }],
      act: [{ do: "edit", line: "data: hello", becomes: "data: good morning" }],
      hint: "Have you clicked into the script, and does its line 2 read exactly so?",
      checks: [
        {
          name: "as-written",
          says: "The page got what the line says",
          holds: nthEvent(1, ({ data }) => data === "good morning"),
          falseOn: ["one-event", "drop-and-resume", eachEvent({ data: "Good morning" })],
        },
        {
          name: "type-message",
          says: "Its type is `message`, since no line names another",
          holds: nthEvent(
            1,
            ({ type }) => type === "message",
            ({ type }) => `type ${type}`,
          ),
          falseOn: ["live-direct", "id-reset", eachEvent({ type: "hello" })],
        },
      ],
      why: [],
      uses: ["script", "eventsource"],
    },
    {
      prose: [
        {
          says: "This stream has two data lines and one blank line, then it ends.",
          shownBy: "one-event",
        },
      ],
      predict: {
        ask: "How many events reach the page?",
        choices: ["two", "one"],
        answer: (run) => (arrivals(run).length >= 2 ? 0 : !isFirstOver(run) ? null : 1),
        seenAt: () => eventsAt(1),
      },
      hint: "Which of the data lines has a blank line after it?",
      checks: [
        {
          name: "one-event",
          says: "One event came, though two data lines were written",
          holds: (run) => {
            const got = arrivals(run);
            const count = linesWritten(run, "data");
            return atTheEnd(
              run,
              got.length === 1 && count === 2,
              `${count} data lines, ${quoted(got)}`,
            );
          },
          falseOn: ["drop-and-resume", "one-event", without("dispatch")],
        },
      ],
      why: [
        {
          says: "A block that the end of the stream cuts off is thrown away.",
          source: { standard: "event-stream-interpretation" },
        },
      ],
      uses: ["script", "eventsource"],
      start: { stream: "last-block-open" },
    },
  ],
});

function nearerToBlank({ line, blank, came }: { line: number; blank: number; came: number }) {
  return Math.abs(came - blank) < Math.abs(came - line);
}
