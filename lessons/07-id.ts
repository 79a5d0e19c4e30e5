import { measuredBrowser } from "../trace/run/browser.ts";
import { goesOn, sentBack, wentOn } from "./coming-back.ts";
import { defineLesson } from "./lesson.ts";
import { arrivals, eachEvent, eventsAt, momentAt, observed, once } from "./seeing.ts";

const anotherId = eachEvent({ lastEventId: "1" });

export default defineLesson({
  name: "id",
  title: "Pull the plug",
  shows: "The browser sends the last id back, and the server goes on after it.",
  minutes: 6,
  routes: ["long"],
  start: { stream: "ticker", switches: {} },
  steps: [
    {
      prose: [
        { says: "Each event has a line `id`, and the stream has no end.", shownBy: "sent-back" },
      ],
      predict: {
        ask: "You pull the plug after event 4. What comes next?",
        choices: ["event 1 again", "the event after the last"],
        ...goesOn,
      },
      act: [
        { do: "play" },
        { do: "press", fault: { kind: "drop", how: "fin" }, lane: "eventsource", after: 4 },
      ],
      hint: "Have you waited two seconds, the reconnection time of this stream?",
      checks: [
        sentBack("The browser sent the last id back: `Last-Event-ID`"),
        wentOn("Nothing was lost, and nothing came twice"),
      ],
      why: [
        {
          says: "The browser only sends the id. That the stream goes on after it is the server’s work.",
          source: { standard: "the-last-event-id-header" },
        },
      ],
      uses: ["script", "eventsource"],
    },
    {
      prose: [
        {
          says: "The first event has the line `id: 7`, the second no such line, the third an `id` without a value.",
          shownBy: "stays",
        },
      ],
      predict: {
        ask: "Which last id does the page see with the second event?",
        choices: ["none", "that of the event before"],
        answer: (run) => {
          const [first, second] = arrivals(run);
          return first && second ? (second.lastEventId === first.lastEventId ? 1 : 0) : null;
        },
        seenAt: () => eventsAt(2),
      },
      hint: "Which column of the lanes shows the id of each event?",
      checks: [
        {
          name: "stays",
          says: "The ids were 7, 7, and empty",
          holds: once(
            (run) => (arrivals(run).length < 3 ? null : arrivals(run).slice(0, 3)),
            (got) => got.map(({ lastEventId }) => lastEventId).join() === "7,7,",
            (got) => got.map(({ lastEventId }) => lastEventId || "empty").join(", "),
          ),
          falseOn: ["live-direct", "id-reset", eachEvent({ lastEventId: "7" })],
        },
      ],
      why: [
        {
          says: "An id stays until another one comes; an empty one clears it.",
          source: { standard: "processField" },
        },
      ],
      uses: ["script", "eventsource"],
      start: { stream: "id-reset" },
    },
    {
      prose: [
        {
          says: "Deeper: here `id: 7` is a block of its own, without data. The event comes in the next block.",
          shownBy: "by-the-standard",
        },
      ],
      predict: {
        ask: "Does that event have the id in this browser’s EventSource?",
        choices: ["yes", "no"],
        answer: (run) => {
          const [event] = arrivals(run);
          return event ? (event.lastEventId === "7" ? 0 : 1) : null;
        },
        seenAt: (run) => momentAt(arrivals(run)[0]?.arrivedAt),
      },
      hint: "Do both lanes show the same id?",
      checks: [
        {
          name: "by-the-standard",
          says: "By the standard, as this page reads what `fetch` gets, it has",
          holds: once(
            (run) => arrivals(run, "fetch")[0],
            ({ lastEventId }) => lastEventId === "7",
            ({ lastEventId }) => `id ${lastEventId || "empty"}`,
          ),
          falseOn: ["live-direct", "id-reset", anotherId],
        },
        {
          name: "as-measured",
          says: "EventSource did as measured in this browser before",
          holds: (run) => {
            const known = measuredBrowser(run.setup.browser)?.answers["id-alone"];
            const [event] = arrivals(run);
            const id = event?.lastEventId ?? "";
            const isKnown =
              known?.does === "shows" ? known.text.includes("7") === (id === "7") : true;
            return observed(run, event !== undefined && isKnown, `id ${id || "empty"}`);
          },
          falseOn: ["no-blank-line", "id-reset", eachEvent({ lastEventId: "" })],
        },
      ],
      why: [
        {
          inChromium: "This browser takes the id, as the standard says; Firefox does not.",
          inFirefox: "This browser does not take the id; Chromium does, as the standard says.",
          source: {
            fact: 'Chromium: event with lastEventId `7` (standard). **Firefox: lastEventId `""`**',
          },
        },
      ],
      uses: ["script", "eventsource", "fetch"],
      start: { stream: "id-without-data" },
    },
  ],
});
