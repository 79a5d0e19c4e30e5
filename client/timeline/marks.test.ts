import assert from "node:assert/strict";
import { test } from "node:test";
import { countUntil } from "../../trace/run/search.ts";
import { MARK, type Moments, marks } from "./marks.ts";
import { createScale } from "./scale.ts";

const room = (count: number): number => (count === 1 ? MARK : 22); // px

const cases: [name: string, times: number[], marks: string[]][] = [
  ["apart, each is its own", [0, 20, 40], ["single 0", "single 20", "single 40"]],
  ["an instant of several", [0, 1, 2, 40], ["instant 0 ×3", "single 40"]],
  ["a crowd that goes on keeps its columns", every(6, 10), ["crowd 0 ×10 in 10 columns"]],
  [
    "what is dense somewhere is drawn in one manner from end to end",
    [0, ...every(6, 10, 100), 400, 401],
    ["crowd 0 ×13 in 12 columns"],
  ],
  ["columns count what falls on them", every(1, 90, 0.5), ["crowd 0.5 ×90 in 30 columns"]],
  [
    "what is held is held in its own column",
    [0, 40, 41, 100],
    ["single 0", "instant 40 ×2 held", "single 100"],
  ],
];
for (const [name, times, expected] of cases) {
  test(`marks: ${name}`, () => {
    assert.deepEqual(told([moments(times, [41])], 0, 1000), expected);
  });
}

test("marks: rows that follow each other share a rail", () => {
  const rows = [moments([0, 50]), moments([54, 100])];
  assert.deepEqual(told(rows, 0, 1000), ["single 0", "instant 50 ×2", "single 100"]);
});

test("marks: what falls on the same pixels in many rows is one column", () => {
  const rows = every(0.1, 1000).map((at) => moments([at], at === 50 ? [50] : []));
  assert.deepEqual(told(rows, 0, 1000), ["crowd 0 ×1000 in 34 columns held"]);
});

test("marks: zoomed in, what is outside is not drawn, and what was one mark is two", () => {
  assert.deepEqual(told([moments([0, 500, 504, 900])], 495, 595), ["single 50", "single 90"]);
});

test("marks: a hundred times the events take no more columns", () => {
  const scale = createScale({ from: 0, until: 1000 }, 0, 1000);
  const looked = (count: number) => {
    let reads = 0;
    const counting = moments(every(1000 / count, count));
    const at = counting.at;
    counting.at = (index) => {
      reads++;
      return at(index);
    };
    marks([counting], scale, room);
    return reads;
  };
  assert.ok(looked(100_000) <= looked(1000) * 1.1);
});

function told(rows: Moments[], from: number, until: number): string[] {
  const scale = createScale({ from, until }, 0, 1000);
  return marks(rows, scale, room).map(({ shape, x, count, held, columns }) => {
    const many = count > 1 ? ` ×${count}` : "";
    const wide = shape === "crowd" ? ` in ${columns.length} columns` : "";
    return `${shape} ${x}${many}${wide}${held ? " held" : ""}`;
  });
}

function moments(times: readonly number[], held: readonly number[] = []): Moments {
  const own = held.filter((time) => times.includes(time));
  return {
    at: (index) => times[index] ?? Number.POSITIVE_INFINITY,
    until: (at) => countUntil(times, at, (time) => time),
    heldUntil: (at) => countUntil(own, at, (time) => time),
  };
}

function every(gap: number, count: number, from = 0): number[] {
  return Array.from({ length: count }, (_, index) => from + index * gap);
}
