import type { Run } from "../trace/run/run.ts";
import { type Check, defineLesson } from "./lesson.ts";
import {
  arrivals,
  eachEvent,
  eventsAt,
  nthEvent,
  observed,
  once,
  quoted,
  without,
} from "./seeing.ts";

/** The stream consists of so many events. */
const ALL = 6;

/** How many of them came by that type, once all have come; `null` before. */
function cameAs(run: Run, type: string): number | null {
  const got = arrivals(run).slice(0, ALL);
  return got.length < ALL ? null : got.filter((event) => event.type === type).length;
}

export const named: Check = {
  name: "named",
  says: "Three came as `named`, to a listener for that name",
  holds: once(
    (run) => cameAs(run, "named"),
    (count) => count === 3,
    (count) => `${count} of ${ALL}`,
  ),
  falseOn: ["burst-br-large", "burst-br-large", eachEvent({ type: "named" })],
};

export default defineLesson({
  name: "event",
  title: "Events by name",
  shows: "A named event goes to the listeners for its name, and `onmessage` stays silent.",
  minutes: 3,
  routes: ["long"],
  start: { stream: "unnamed-and-named", switches: {} },
  steps: [
    {
      prose: [
        {
          says: "Every second event of this stream has a name, in a line `event: named`.",
          shownBy: "named",
        },
      ],
      predict: {
        ask: "A page has nothing but `onmessage`. How many of the six does it hear?",
        choices: ["all six", "three", "none"],
        answer: (run) => {
          const count = cameAs(run, "message");
          return count === null ? null : count === ALL ? 0 : count > 0 ? 1 : 2;
        },
        seenAt: () => eventsAt(2),
      },
      hint: "Which type stands beside each event in the lanes?",
      checks: [
        {
          name: "unnamed",
          says: "Three came as `message`",
          holds: once(
            (run) => cameAs(run, "message"),
            (count) => count === 3,
            (count) => `${count} of ${ALL}`,
          ),
          falseOn: ["live-direct", "burst-br-large", eachEvent({ type: "message" })],
        },
        named,
      ],
      why: [
        {
          says: '`onmessage` hears these alone. For the others write `addEventListener("named", …)`.',
          source: { standard: "dispatchMessage" },
        },
      ],
      uses: ["script", "eventsource"],
    },
    {
      prose: [
        { says: "An event without a name has one all the same: `message`.", shownBy: "all-six" },
      ],
      predict: {
        ask: "Now the server calls them `message`. How many does `onmessage` hear?",
        choices: ["three", "all six"],
        answer: (run) => {
          const count = cameAs(run, "message");
          return count === null ? null : count === ALL ? 1 : 0;
        },
        seenAt: () => eventsAt(1, ALL),
      },
      act: [{ do: "edit", line: "event: named", becomes: "event: message" }],
      hint: "Can a listener tell an event that was named `message` from one without a name?",
      checks: [
        {
          name: "all-six",
          says: "All six came as `message`",
          holds: once(
            (run) => cameAs(run, "message"),
            (count) => count === ALL,
            (count) => `${count} of ${ALL}`,
          ),
          falseOn: ["live-direct", "burst-br-large", eachEvent({ type: "named" })],
        },
      ],
      why: [
        {
          says: "So a name `message` is no name at all; and any name counts for its own block only.",
          source: { fact: "the type does **not** leak into the next block" },
        },
      ],
      uses: ["script", "eventsource"],
    },
    {
      prose: [
        {
          says: "Deeper: here the server names an event `error`, and goes on.",
          shownBy: "goes-on",
        },
      ],
      predict: {
        ask: "Who hears it?",
        choices: ["nobody", "onerror"],
        answer: (run) => {
          const [first] = arrivals(run);
          return first ? (first.type === "error" ? 1 : 0) : null;
        },
        seenAt: () => eventsAt(1),
      },
      hint: "What does the EventSource lane say of its state after that event?",
      checks: [
        {
          name: "heard",
          says: "It reached the listener for `error`, and it has data",
          holds: nthEvent(1, ({ type, data }) => type === "error" && data !== ""),
          falseOn: ["live-direct", "one-event", eachEvent({ type: "error", data: "" })],
        },
        {
          name: "goes-on",
          says: "The connection stayed open: the next event came on it",
          holds: (run) => {
            const arrived = run.lane("eventsource").attempts[0]?.arrived ?? [];
            return observed(run, arrived.length > 1, quoted(arrived));
          },
          falseOn: ["one-event", "id-reset", without("dispatch")],
        },
      ],
      why: [
        {
          says: "The browser’s own `error` is a plain `Event`; the server’s is a `MessageEvent`.",
          source: { fact: "Tell them apart by `e instanceof MessageEvent`." },
        },
      ],
      uses: ["script", "eventsource"],
      start: { stream: "event-named-error" },
    },
  ],
});
