import { askedAgain, asksAgain } from "./coming-back.ts";
import { defineLesson } from "./lesson.ts";
import {
  firstError,
  givesUp,
  inTheEnd,
  momentAt,
  once,
  readingEnds,
  readingFails,
} from "./seeing.ts";

export default defineLesson({
  name: "end",
  title: "An end is no end",
  shows: "A finished stream comes back for ever, unless one side says otherwise.",
  minutes: 5,
  routes: ["long"],
  start: {
    stream: "ends-and-comes-back",
    switches: {},
  },
  steps: [
    {
      prose: [
        {
          says: "The server sends one event, and ends the response normally.",
          shownBy: "proper-end",
        },
      ],
      predict: {
        ask: "What does the EventSource do then?",
        choices: ["it is done", "it asks again"],
        ...asksAgain,
      },
      hint: "What does the EventSource lane say of its state once the stream has ended?",
      checks: [
        {
          name: "proper-end",
          says: "`fetch` read the body to its end, and is done",
          holds: once(
            (run) => run.lane("fetch").attempts[0]?.ending,
            ({ how }) => how === "ended",
            ({ how }) => how,
          ),
          falseOn: ["cut-live", "live-direct", readingFails],
        },
        {
          name: "error-event",
          says: "EventSource reported the end as an `error`; its readyState was 0, connecting",
          holds: once(
            firstError,
            ({ readyState }) => readyState === 0,
            ({ readyState }) => `readyState ${readyState}`,
          ),
          falseOn: ["wrong-content-type", "live-direct", givesUp],
        },
        askedAgain("The EventSource asked again by itself"),
      ],
      why: [],
      uses: ["eventsource", "fetch"],
    },
    {
      prose: [
        {
          says: "It came back a second time. That third request was answered with `204 No Content`.",
          shownBy: "told-to-stay-away",
        },
      ],
      act: [],
      hint: "Has the run of the step before come to its third request yet?",
      checks: [
        {
          name: "told-to-stay-away",
          says: "At the 204 the EventSource stopped for good",
          holds: (run) => {
            const { state, attempts } = run.lane("eventsource");
            const status = attempts.at(-1)?.connection?.head?.status;
            const isSo = state.name === "gave-up" && status === 204;
            if (isSo) return { is: "true", figures: `request ${attempts.length}, 204` };
            if (state.name !== "gave-up") return { is: "pending" };
            return { is: "false", figures: `status ${status ?? "unknown"}` };
          },
          falseOn: [
            "wrong-content-type",
            "live-direct",
            (record) =>
              record.kind === "head" && record.side === "server" && record.status === 204
                ? { ...record, status: 200 }
                : record,
          ],
        },
      ],
      why: [
        {
          says: "By 204 a server says: do not come back.",
          source: { fact: "**204 is the polite way to say: do not come back**" },
        },
      ],
      uses: ["eventsource"],
    },
    {
      prose: [
        {
          says: "The other way is the page’s: it calls `close()`. Here *Disconnect* does that; your code would, when an event says that it is the last.",
          source: { standard: "the-eventsource-interface" },
        },
      ],
      act: [{ do: "play" }, { do: "disconnect", lane: "eventsource", after: 1 }],
      hint: "Which button of the EventSource lane closes it while the stream runs?",
      checks: [
        {
          name: "closed",
          says: "After `close()` came no further request",
          holds: (run) => {
            const { attempts, state } = run.lane("eventsource");
            const figures = `${state.name}, ${attempts.length === 1 ? "one request" : `${attempts.length} requests`}`;
            return inTheEnd(run, state.name === "closed", figures);
          },
          falseOn: ["drop-and-resume", "cut-live", givesUp],
        },
      ],
      why: [],
      uses: ["eventsource"],
    },
    {
      prose: [
        {
          says: "This server cuts the connection in the middle of the response.",
          shownBy: "fetch-failed",
        },
      ],
      predict: {
        ask: "Which of the two can tell a cut from an end?",
        choices: ["EventSource", "fetch"],
        answer: (run) => {
          const fetch = run.lane("fetch").attempts[0]?.ending;
          const source = run.lane("eventsource").attempts[0]?.ending;
          if (!fetch || !source) return null;
          return fetch.how === "failure" ? 1 : 0;
        },
        seenAt: (run) => momentAt(run.lane("fetch").attempts[0]?.ending?.at, "fetch"),
      },
      hint: "What does each lane say of its state after the cut?",
      checks: [
        {
          name: "fetch-failed",
          says: "`fetch` failed while reading",
          holds: once(
            (run) => run.lane("fetch").attempts[0]?.ending,
            ({ how }) => how === "failure",
            (ending) => (ending.how === "failure" ? ending.name : ending.how),
          ),
          falseOn: ["live-direct", "cut-live", readingEnds],
        },
        askedAgain("The EventSource got the same `error` as before, and asked again"),
      ],
      why: [
        {
          says: "EventSource cannot tell a cut from an end. So let an event say that it is the last.",
          source: { fact: "**the page cannot tell it from a proper end**" },
        },
      ],
      uses: ["eventsource", "fetch"],
      start: { stream: "cut-once" },
    },
  ],
});
