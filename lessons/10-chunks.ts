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

/** The events of which a reader made what they are. */
function rightOnes(made: readonly string[], run: Run) {
  return arrivals(run, "fetch").filter(({ data }) => made.includes(data));
}

const whole = "data: one\n\n";

const naive: Check = {
  name: "naive",
  says: "Each chunk taken for a message: not one was right",
  holds: once(
    (run) => counted(run) && readBy(chunkForMessage, run),
    (made, run) => {
      return arrivals(run, "fetch").length > 0 && rightOnes(made, run).length === 0;
    },
    (made, run) => `${made.length} made of ${arrivals(run, "fetch").length} events`,
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
          says: "`fetch` hands the bytes on in chunks, as they come: it knows no events.",
          shownBy: "naive",
        },
      ],
      predict: {
        ask: "A page takes each chunk for a message. How many of the two events come out right?",
        choices: ["both", "one", "none"],
        answer: (run) => {
          if (counted(run) === null) return null;
          const right = rightOnes(readBy(chunkForMessage, run), run).length;
          return right === 0 ? 2 : right === 1 ? 1 : 0;
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
          says: "Read up to each blank line, every event came whole",
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
          says: "Here the server writes each event in one piece, and the dev server compresses what passes.",
          shownBy: "fewer-chunks",
        },
      ],
      predict: {
        ask: "The stream has five events. In how many chunks do they come?",
        choices: ["five", "fewer", "more"],
        answer: (run) => {
          const count = counted(run);
          if (count === null) return null;
          return count.chunks === count.events ? 0 : count.chunks < count.events ? 1 : 2;
        },
        seenAt: (run) => momentAt(arrivals(run, "fetch")[0]?.arrivedAt, "fetch"),
      },
      hint: "When does the compressor let go of what it has?",
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
          says: "It takes no compressor: two writes in a row are mostly read as one chunk.",
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
