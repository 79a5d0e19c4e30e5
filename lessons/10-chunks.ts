import type { Run } from "../trace/run/run.ts";
import { type Check, defineLesson } from "./lesson.ts";
import { arrivals, eachEvent, momentAt, once, without } from "./seeing.ts";
import { chunkForMessage, readBy } from "./wrong-readers.ts";

/** What fetch read, once it has read all of it. */
function counted(run: Run) {
  const [attempt] = run.lane("fetch").attempts;
  if (attempt?.ending?.how !== "ended") return null;
  return { chunks: attempt.chunks.length, events: attempt.arrived.length };
}

const figures = ({ chunks, events }: { chunks: number; events: number }) =>
  `${chunks === 1 ? "one chunk" : `${chunks} chunks`}, ${events} events`;

const dataOf = (events: readonly { data: string }[]) => events.map(({ data }) => data).join();

const whole = "data: one\n\n";

const naive: Check = {
  name: "naive",
  says: "A chunk taken for a message: none was right",
  holds: once(
    (run) => counted(run) && readBy(chunkForMessage, run),
    (made, run) => {
      const right = arrivals(run, "fetch");
      return right.length > 0 && !right.some(({ data }) => made.includes(data));
    },
    (made, run) => `made ${made.length} of ${arrivals(run, "fetch").length}`,
  ),
  falseOn: [
    "no-blank-line",
    "live-direct",
    (record) =>
      record.kind === "chunk"
        ? { ...record, bytes: new TextEncoder().encode(whole) }
        : eachEvent({ data: "one\n\n" })(record),
  ],
};

export const moreChunks: Check = {
  name: "more-chunks",
  says: "More chunks than events",
  holds: once(counted, ({ chunks, events }) => events > 0 && chunks > events, figures),
  falseOn: ["live-direct", "one-behind", without("chunk")],
};

export default defineLesson({
  name: "chunks",
  title: "A chunk is not an event",
  shows: "Bytes come in pieces of any size; a reader that takes a piece for a message breaks.",
  minutes: 4,
  routes: ["long"],
  start: { stream: "chunk-inside-event", switches: {} },
  steps: [
    {
      prose: [
        { says: "This server writes seven bytes at a time.", shownBy: "more-chunks" },
        {
          says: "`fetch` hands on what has come, as chunks: it knows no events.",
          shownBy: "naive",
        },
      ],
      predict: {
        ask: "The stream has two events. How many chunks are they?",
        choices: ["two", "more than two"],
        answer: (run) => {
          const count = counted(run);
          return count && (count.chunks > count.events ? 1 : 0);
        },
        seenAt: (run) => momentAt(arrivals(run, "fetch")[0]?.arrivedAt, "fetch"),
      },
      act: [{ do: "play" }, { do: "open-parser", lane: "fetch" }],
      hint: "How many bytes has the line `data: event 1 comes in pieces`?",
      checks: [
        moreChunks,
        naive,
        {
          name: "whole",
          says: "Read up to a blank line: each came whole",
          holds: once(
            (run) => {
              const [attempt] = run.lane("fetch").attempts;
              return attempt?.ending && attempt.connection?.end && attempt;
            },
            ({ written, arrived }) => arrived.length > 0 && dataOf(written) === dataOf(arrived),
            ({ written, arrived }) => `${arrived.length} of ${written.length}`,
          ),
          falseOn: ["no-blank-line", "live-direct", eachEvent({ data: "" })],
        },
      ],
      why: [
        {
          says: "So keep what follows the last blank line for the next chunk.",
          source: { standard: "event-stream-interpretation" },
        },
      ],
      uses: ["script", "fetch"],
      reader: chunkForMessage,
    },
    {
      prose: [
        {
          says: "Here the server writes each event at once, and a compressor stands on the way.",
          shownBy: "fewer-chunks",
        },
      ],
      predict: {
        ask: "The stream has five events. How many chunks are they?",
        choices: ["five", "fewer", "more"],
        answer: (run) => {
          const count = counted(run);
          if (count === null) return null;
          return count.chunks === count.events ? 0 : count.chunks < count.events ? 1 : 2;
        },
        seenAt: (run) => momentAt(arrivals(run, "fetch")[0]?.arrivedAt, "fetch"),
      },
      hint: "When did the compressor let go of what it had?",
      checks: [
        {
          name: "fewer-chunks",
          says: "Fewer chunks than events",
          holds: once(counted, ({ chunks, events }) => chunks < events, figures),
          falseOn: ["live-direct", "burst-br", without("dispatch")],
        },
        naive,
      ],
      why: [
        {
          says: "No compressor is needed for that: two writes in a row are mostly read as one chunk.",
          source: { fact: "two writes of 9 bytes in a row → read as one chunk | 28 of 30 pairs" },
        },
      ],
      uses: ["fetch"],
      start: {
        stream: "five-ticks",
        switches: { noTransform: false, proxy: true, compress: true },
      },
      reader: chunkForMessage,
    },
  ],
});
