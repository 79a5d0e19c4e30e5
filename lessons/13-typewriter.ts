import { DONE, isDone } from "../trace/chat/done.ts";
import type { TraceRecord } from "../trace/run/records.ts";
import type { Run } from "../trace/run/run.ts";
import { asksAgain, goesOn, wentOn } from "./coming-back.ts";
import { defineLesson } from "./lesson.ts";
import { arrivals, eachEvent, givesUp, observed, once, without } from "./seeing.ts";

const ANSWER = "Server-sent events are text.";

/** What a page makes of the pieces that came. A piece that is not JSON has no text. */
function answer(run: Run): string {
  return arrivals(run)
    .map(({ data }) => /^\{"text": "(.*)"\}$/.exec(data)?.[1] ?? "")
    .join("");
}

/** Ends as if the answer had been played to its end. */
function played(record: TraceRecord): TraceRecord {
  const isEnd = record.side === "server" && record.kind === "end";
  return isEnd ? { ...record, reason: { why: "played" } } : record;
}

export default defineLesson({
  name: "typewriter",
  title: "The typewriter",
  shows: "A chat model’s answer comes in pieces, can be stopped, and goes on where it was cut.",
  minutes: 5,
  routes: [],
  start: { stream: "typewriter", switches: {} },
  steps: [
    {
      prose: [
        {
          says: "A chat model’s answer comes as pieces of JSON. After the last one comes `[DONE]`.",
          shownBy: "put-together",
        },
      ],
      predict: {
        ask: "What does EventSource do at `[DONE]`, if the page does nothing?",
        choices: ["it closes", "it asks again"],
        ...asksAgain,
      },
      hint: "Does the EventSource lane show a second attempt?",
      checks: [
        {
          name: "put-together",
          says: "The pieces are one answer",
          holds: (run) => observed(run, answer(run) === ANSWER, `“${answer(run)}”`),
          falseOn: ["live-direct", "one-event", eachEvent({ data: '{"text": "Server"}' })],
        },
        {
          name: "done-is-data",
          says: "`[DONE]` came as data of a `message`, like any other",
          holds: (run) => {
            const got = arrivals(run);
            const done = got.filter(isDone);
            return observed(run, done.length === 1, `${done.length} of ${got.length} events`);
          },
          falseOn: ["live-direct", "one-event", eachEvent({ data: DONE })],
        },
        {
          name: "asks-again",
          says: "EventSource asked again after it",
          holds: (run) => {
            const { attempts } = run.lane("eventsource");
            const isSo = attempts.length > 1 && attempts[0]?.arrived.some(isDone) === true;
            return observed(run, isSo, `${attempts.length} requests`);
          },
          falseOn: [
            "live-direct",
            "id-reset",
            (record) => eachEvent({ data: DONE })(givesUp(record)),
          ],
        },
      ],
      why: [
        {
          says: "To the browser `[DONE]` is text. The page must call `close()` when it reads it.",
          shownBy: "asks-again",
        },
      ],
      uses: ["script", "eventsource"],
    },
    {
      prose: [
        {
          says: "Somebody has read enough: `close()` stops the answer.",
          shownBy: "left",
        },
      ],
      act: [{ do: "play" }, { do: "disconnect", lane: "eventsource", after: 2 }],
      hint: "Which button of the EventSource lane calls `close()`?",
      checks: [
        {
          name: "left",
          says: "The server saw the reader leave",
          holds: once(
            (run) => run.lane("eventsource").attempts[0]?.connection?.end,
            ({ reason }) => reason.why === "left",
            ({ reason }) => reason.why,
          ),
          falseOn: ["live-direct", "cut-live", played],
        },
        {
          name: "stopped-short",
          says: "The rest was not written",
          holds: once(
            (run) => {
              const [attempt] = run.lane("eventsource").attempts;
              return attempt?.connection?.end && attempt.written;
            },
            (written, run) => written.length > 0 && !written.some(isDone) && answer(run) !== ANSWER,
            (written, run) => `${written.length} pieces written, “${answer(run)}” shown`,
          ),
          falseOn: ["no-blank-line", "live-direct", without("write")],
        },
      ],
      why: [
        {
          says: "This is how a server learns of it, and it can stop the model then.",
          source: { fact: "**Client leaves** (`close()`, abort): the server's `close` event" },
        },
      ],
      uses: ["eventsource"],
    },
    {
      prose: [
        { says: "Here the connection is cut in the middle of the answer.", shownBy: "goes-on" },
      ],
      predict: {
        ask: "What does the reader get then?",
        choices: ["the answer from its start", "the rest of it"],
        ...goesOn,
      },
      hint: "What does the first piece of the second attempt say?",
      checks: [
        wentOn("It went on after the last id"),
        {
          name: "whole-once",
          says: "The answer is whole, and no word is there twice",
          holds: (run) => observed(run, answer(run) === ANSWER, `“${answer(run)}”`),
          falseOn: ["live-direct", "drop-and-resume", eachEvent({ data: '{"text": "Server"}' })],
        },
      ],
      why: [
        {
          says: "Each piece has an `id`, and the browser sends the last one back.",
          source: { standard: "the-last-event-id-header" },
        },
      ],
      uses: ["script", "eventsource"],
      start: { stream: "typewriter-cut" },
    },
  ],
});
