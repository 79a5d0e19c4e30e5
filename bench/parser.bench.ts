/**
 * npm run bench
 * npm run bench -- tiny   only the works whose name has this
 *
 * Our parser against eventsource-parser 4 fed by a TextDecoder, and against that TextDecoder alone.
 * How to read what it prints: README.md beside this file.
 */
import assert from "node:assert/strict";
import { createParser as createPeer } from "eventsource-parser";
import { createParser } from "../protocol/event-stream/parser.ts";
import { fewBlocks, inChunks, longLine, streams, times } from "./event-streams.ts";
import { type Spread, speedsAgainst } from "./rounds.ts";

const only = process.argv[2] ?? "";

/** The goals that many works share; the others stand beside their works. */
const TELLING = 0.65;
const LINEAR = 16;

type Chunks = readonly Uint8Array[];

interface Seen {
  events: number;
  characters: number;
}

function listen(seen: Seen): (event: { data: string }) => void {
  return ({ data }) => {
    seen.events += 1;
    seen.characters += data.length;
  };
}

function ours(chunks: Chunks): Seen {
  const seen: Seen = { events: 0, characters: 0 };
  const parser = createParser({ dispatch: listen(seen) });
  for (const chunk of chunks) parser.push(chunk);
  parser.end();
  return seen;
}

function oursTelling(chunks: Chunks): Seen {
  const seen: Seen = { events: 0, characters: 0 };
  let told = 0;
  const parser = createParser({
    dispatch: listen(seen),
    line({ start, end }) {
      told += end - start;
    },
  });
  let bytes = 0;
  for (const chunk of chunks) {
    parser.push(chunk);
    bytes += chunk.length;
  }
  parser.end();
  assert.equal(told, bytes, "the lines told do not cover the body");
  return seen;
}

function peer(chunks: Chunks): Seen {
  const seen: Seen = { events: 0, characters: 0 };
  const decoder = new TextDecoder();
  const parser = createPeer({ onEvent: listen(seen) });
  for (const chunk of chunks) parser.feed(decoder.decode(chunk, { stream: true }));
  return seen;
}

function decoderOnly(chunks: Chunks): number {
  const decoder = new TextDecoder();
  let characters = 0;
  for (const chunk of chunks) characters += decoder.decode(chunk, { stream: true }).length;
  return characters;
}

/** One row: how many times as fast as eventsource-parser ours reads these chunks. */
function compare(
  work: string,
  chunks: Chunks,
  parse: (chunks: Chunks) => Seen,
  goal: number,
): void {
  if (!work.includes(only)) return;
  assert.deepEqual(parse(chunks), peer(chunks), `${work}: ${parse.name} saw other events`);
  const passes = [parse, decoderOnly].map((read) => () => void read(chunks));
  const [speed, decoding] = speedsAgainst(() => void peer(chunks), passes);
  assert.ok(speed && decoding);
  row(work, [
    inWords(speed),
    `≥ ${goal}`,
    speed.median >= goal ? "met" : "missed",
    inWords(decoding),
  ]);
}

/** How many times as long 8 MB in one line take as 1 MB. */
function growth(work: string, parse: (chunks: Chunks) => Seen): void {
  if (!work.includes(only)) return;
  const [short, long] = [1_000_000, 8_000_000].map((bytes) => inChunks(longLine(bytes), 16 * 1024));
  assert.ok(short && long);
  assert.deepEqual(parse(long), { events: 1, characters: 8_000_000 });
  const [times] = speedsAgainst(() => parse(long), [() => parse(short)]);
  assert.ok(times);
  row(work, [inWords(times), `≤ ${LINEAR}`, times.median <= LINEAR ? "met" : "missed"]);
}

function inWords({ min, median, max }: Spread): string {
  return `${median.toFixed(2)} (${min.toFixed(2)}–${max.toFixed(2)})`;
}

function head(work: string, cells: readonly string[]): void {
  console.log();
  row(work, cells);
  row(
    "---",
    cells.map(() => "---"),
  );
}

function row(work: string, [speed = "", goal = "", met = "", ...rest]: readonly string[]): void {
  const cells = [work.padEnd(33), speed.padEnd(19), goal.padEnd(6), met.padEnd(6), ...rest];
  console.log(`| ${cells.join(" | ")} |`);
}

const works: [work: string, chunks: Chunks, goal: number][] = [
  ...streams.flatMap(([name, stream]): typeof works => [
    [`${name}, 4 KiB`, inChunks(stream, 4 * 1024), 1],
    [`${name}, 64 KiB`, inChunks(stream, 64 * 1024), 1],
  ]),
  ...fewBlocks.flatMap(([name, stream]): typeof works => [
    [`${name}, a block a chunk`, times(40, stream), 1.25],
    [`${name}, a byte a chunk`, times(6, inChunks(stream, 1)), 5],
  ]),
];

head("eventsource-parser 4 = 1", ["ours", "goal", "", "TextDecoder alone"]);
for (const [work, chunks, goal] of works) compare(work, chunks, ours, goal);

head("eventsource-parser 4 = 1", ["ours, telling lines", "goal", "", "TextDecoder alone"]);
for (const [work, chunks] of works) compare(work, chunks, oursTelling, TELLING);

head("one line: 8 MB take n × 1 MB", ["n", "goal", ""]);
growth("ours", ours);
growth("ours, telling lines", oursTelling);
growth("eventsource-parser 4", peer);
