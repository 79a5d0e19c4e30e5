import { defineLesson } from "./lesson.ts";
import {
  arrivals,
  atTheEnd,
  eventsAt,
  isFirstOver,
  linesWritten,
  observed,
  quoted,
  without,
} from "./seeing.ts";

export default defineLesson({
  name: "comments",
  title: "Comments, and what they are for",
  shows: "A line that begins with a colon is no event, and keeps a quiet stream alive.",
  minutes: 3,
  routes: ["long"],
  start: { stream: "comments", switches: {} },
  steps: [
    {
      prose: [
        {
          says: "The server writes two events, and between them four comments: lines that begin with a colon.",
          shownBy: "no-event",
        },
      ],
      predict: {
        ask: "How many events does the page get?",
        choices: ["two", "six"],
        answer: (run) => (arrivals(run).length > 2 ? 1 : !isFirstOver(run) ? null : 0),
        seenAt: () => eventsAt(1, 2),
      },
      hint: "What does a line of the script that becomes an event begin with?",
      checks: [
        {
          name: "no-event",
          says: "No comment became an event",
          holds: (run) => {
            const got = arrivals(run);
            const comments = linesWritten(run, "comment");
            const isSo = comments >= 4 && got.length === 2;
            return atTheEnd(run, isSo, `${comments} comments, ${quoted(got)}`);
          },
          falseOn: ["live-direct", "one-event", without("dispatch")],
        },
        {
          name: "on-the-wire",
          says: "The comments reached the page: `fetch` read their bytes",
          holds: (run) => {
            const [attempt] = run.lane("fetch").attempts;
            const read = attempt?.chunks.filter(
              ({ eventsBefore }, index, all) =>
                eventsBefore === (all[index + 1]?.eventsBefore ?? attempt.arrived.length),
            );
            const count = read?.length ?? 0;
            return observed(run, count >= 3, `${count} reads without an event`);
          },
          falseOn: ["one-event", "no-blank-line", without("chunk")],
        },
      ],
      why: [
        {
          says: "A parser ignores a line that begins with a colon.",
          source: { standard: "event-stream-interpretation" },
        },
      ],
      uses: ["script", "eventsource", "fetch"],
    },
    {
      prose: [
        {
          says: "Here two seconds pass between two events. `@heartbeat` makes the server write a comment each half second.",
          shownBy: "shows-life",
        },
      ],
      hint: "What could a proxy on the way think of a connection without a byte?",
      checks: [
        {
          name: "shows-life",
          says: "Comments were sent while there was no event",
          holds: (run) => {
            const [first, second] = run.lane("eventsource").attempts[0]?.written ?? [];
            const between = (run.lane("eventsource").attempts[0]?.writes ?? []).filter(
              ({ at, events }) =>
                events === 0 && at > (first?.writtenAt ?? at) && at < (second?.writtenAt ?? at),
            );
            return observed(
              run,
              between.length >= 3,
              `${between.length} comments between two events`,
            );
          },
          falseOn: ["live-direct", "drop-and-resume", without("write")],
        },
      ],
      why: [
        {
          says: "nginx cuts a stream that is silent for a minute. A comment every 15 seconds keeps it open.",
          source: { fact: "a comment every 15 s | still up after 90 s" },
        },
      ],
      uses: ["script", "eventsource"],
      start: { stream: "silence-with-heartbeat" },
    },
  ],
});
