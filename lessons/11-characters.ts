import type { TraceRecord } from "../trace/run/records.ts";
import type { Run } from "../trace/run/run.ts";
import { defineLesson } from "./lesson.ts";
import { arrivals, momentAt, once, quoted, without } from "./seeing.ts";
import { chunkForText, chunksRead, readBy } from "./wrong-readers.ts";

const REPLACEMENT = "\uFFFD";

/** How many characters fetch's chunks cut in two, and what a reader made of them that decodes each by itself; once all is read. */
function cut(run: Run) {
  if (run.lane("fetch").attempts[0]?.ending?.how !== "ended") return null;
  const inside = chunksRead(run).filter(([first = 0]) => first >= 0x80 && first < 0xc0);
  const made = readBy(chunkForText, run);
  const broken = made.filter((data) => data.includes(REPLACEMENT)).length;
  return { chunks: inside.length, events: made.length, broken };
}

/** What comes of the chunks if one decoder takes them all, with `{ stream: true }`. */
function decodedAsStream(run: Run): string {
  const decoder = new TextDecoder();
  return chunksRead(run)
    .map((chunk) => decoder.decode(chunk, { stream: true }))
    .join("");
}

/** Lets each chunk be these bytes. */
function eachChunk(bytes: Uint8Array) {
  return (record: TraceRecord): TraceRecord =>
    record.kind === "chunk" ? { ...record, bytes } : record;
}

export default defineLesson({
  name: "characters",
  title: "A chunk is not a character",
  shows: "UTF-8 is cut in the middle too; `{ stream: true }` puts it together.",
  minutes: 4,
  routes: ["long"],
  start: { stream: "chunk-inside-character", switches: {} },
  steps: [
    {
      prose: [
        {
          says: "`é`, `中` and `😀` have two, three and four bytes. This server writes one byte at a time.",
          shownBy: "cut",
        },
      ],
      predict: {
        ask: "A page decodes each chunk by itself: `new TextDecoder().decode(chunk)`. How many of the three characters survive?",
        choices: ["all", "some", "none"],
        answer: (run) => {
          const seen = cut(run);
          if (seen === null) return null;
          return seen.broken === 0 ? 0 : seen.broken < seen.events ? 1 : 2;
        },
        seenAt: (run) => momentAt(arrivals(run, "fetch")[0]?.arrivedAt, "fetch"),
      },
      hint: "What can a decoder make of the first byte of two?",
      checks: [
        {
          name: "cut",
          says: "Chunks began inside a character",
          holds: once(
            cut,
            ({ chunks }) => chunks > 0,
            ({ chunks }, run) => `${chunks} of ${chunksRead(run).length}`,
          ),
          falseOn: ["live-direct", "live-direct", without("chunk")],
        },
        {
          name: "broken",
          says: "Each chunk decoded by itself: characters became `\uFFFD`",
          holds: once(
            cut,
            ({ broken }) => broken > 0,
            ({ broken, events }) => `in ${broken} of ${events} events`,
          ),
          falseOn: [
            "live-direct",
            "live-direct",
            eachChunk(new TextEncoder().encode("data: é\n\n")),
          ],
        },
        {
          name: "kept",
          says: "All by one decoder with `{ stream: true }`: none did",
          holds: once(
            cut,
            ({ chunks }, run) => chunks > 0 && !decodedAsStream(run).includes(REPLACEMENT),
            (_, run) => `${[...decodedAsStream(run)].length} characters`,
          ),
          falseOn: ["live-direct", "live-direct", eachChunk(Uint8Array.of(0xa9))],
        },
      ],
      why: [
        {
          says: "With `{ stream: true }` a decoder keeps an unfinished character for the next chunk. EventSource does so by itself.",
          source: { fact: "characters cut by chunks are put together" },
        },
      ],
      uses: ["script", "fetch"],
      reader: chunkForText,
    },
    {
      prose: [{ says: "Now the server writes ten bytes at a time.", shownBy: "by-luck" }],
      predict: {
        ask: "Again each chunk is decoded by itself. Does a character break?",
        choices: ["yes", "no"],
        answer: (run) => {
          const seen = cut(run);
          return seen && (seen.broken > 0 ? 0 : 1);
        },
        seenAt: (run) => momentAt(arrivals(run, "fetch")[0]?.arrivedAt, "fetch"),
      },
      act: [{ do: "edit", line: "@chunk 1 every 30ms", becomes: "@chunk 10 every 30ms" }],
      hint: "Which bytes of the line `data: 😀 has four` are the character?",
      checks: [
        {
          name: "by-luck",
          says: "No chunk began in a character, and all three survived",
          holds: once(
            cut,
            ({ chunks, events, broken }) => chunks === 0 && events > 0 && broken === 0,
            ({ chunks }, run) => `${chunks} cut, ${quoted(arrivals(run, "fetch"))}`,
          ),
          falseOn: ["no-blank-line", "live-direct", eachChunk(Uint8Array.of(0xa9))],
        },
      ],
      why: [
        {
          says: "So a wrong decoder passes many a test. Where a chunk ends is chance.",
          source: { fact: "two writes of 9 bytes in a row → read as one chunk | 28 of 30 pairs" },
        },
      ],
      uses: ["script", "fetch"],
      reader: chunkForText,
    },
  ],
});
