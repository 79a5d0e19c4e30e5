import { defineLesson } from "./lesson.ts";
import { arrivals, eachEvent, eventsAt, nthEvent, once, quoted, without } from "./seeing.ts";

export default defineLesson({
  name: "lines",
  title: "Many lines, one message",
  shows: "Data lines of one block are joined by line feeds; one space after the colon is dropped.",
  minutes: 3,
  routes: ["long"],
  start: {
    stream: "multi-line-data",
    switches: {},
  },
  steps: [
    {
      prose: [{ says: "A poem comes in three data lines, then a blank one.", shownBy: "joined" }],
      predict: {
        ask: "How many events are the three lines?",
        choices: ["three", "one"],
        answer: (run) => {
          const [first] = arrivals(run);
          return first === undefined ? null : first.data.includes("\n") ? 1 : 0;
        },
        seenAt: () => eventsAt(1),
      },
      hint: "How many blank lines stand between the three?",
      checks: [
        {
          name: "joined",
          says: "Three lines came as one event, joined by line feeds",
          holds: nthEvent(1, ({ data }) => data.split("\n").length === 3),
          falseOn: ["one-event", "drop-and-resume", eachEvent({ data: "one\ntwo" })],
        },
        {
          name: "empty-line",
          says: "`data` without a colon is a line too: an empty one",
          holds: nthEvent(1, ({ data }) => data.split("\n")[1] === ""),
          falseOn: ["id-reset", "drop-and-resume", eachEvent({ data: "one\ntwo\nthree" })],
        },
      ],
      why: [
        {
          says: "So a text of many lines passes whole: write `data:` before each of them.",
          source: { standard: "dispatchMessage" },
        },
      ],
      uses: ["script", "eventsource"],
    },
    {
      prose: [
        {
          says: "The letter `a` comes right after the colon, after one space, and after two.",
          shownBy: "one-space",
        },
      ],
      predict: {
        ask: "Which of these three comes with other data?",
        choices: ["none", "the one with one space", "the one with two spaces"],
        answer: (run) => {
          const [none, one, two] = arrivals(run).map(({ data }) => data);
          if (two === undefined) return null;
          if (none === one) return one === two ? 0 : 2;
          return 1;
        },
        seenAt: () => eventsAt(3),
      },
      hint: "Is the space in `data: a` part of the text?",
      checks: [
        {
          name: "one-space",
          says: "One space is taken off, and only one",
          holds: once(
            (run) => (arrivals(run).length < 3 ? null : arrivals(run).slice(0, 3)),
            (got) => got.map(({ data }) => data).join() === "a,a, a",
            quoted,
          ),
          falseOn: ["drop-and-resume", "id-reset", eachEvent({ data: "a" })],
        },
        {
          name: "empty-data",
          says: "The field `data` alone makes an event whose data is empty",
          holds: nthEvent(4, ({ data }) => data === ""),
          falseOn: ["live-direct", "one-event", without("dispatch")],
        },
      ],
      why: [
        {
          says: "Other spaces are data, at the end of a line too.",
          source: { fact: "spaces at the end of a value | kept" },
        },
      ],
      uses: ["script", "eventsource"],
      start: { stream: "one-space" },
    },
  ],
});
