/** Says where one can go from a step of a recorded stream. Step 0 is before anything is read. */

import { countUntil } from "../run/search.ts";
import type { Parsing } from "./parsing.ts";

/** The moves stand in the order of the stream. An edge is where a chunk ended. */
export const MOVES = [
  "start",
  "previous-edge",
  "previous-dispatch",
  "back",
  "forward",
  "next-dispatch",
  "next-edge",
  "end",
] as const;

export type Move = (typeof MOVES)[number];

/** Returns the step that a move leads to from step `at`; `at` itself where there is nothing further. */
export function moved(parsing: Parsing, at: number, move: Move): number {
  switch (move) {
    case "start":
      return 0;
    case "back":
      return Math.max(at - 1, 0);
    case "forward":
      return Math.min(at + 1, parsing.length);
    case "end":
      return parsing.length;
    case "next-dispatch":
      return parsing.dispatches[countUntil(parsing.dispatches, at, itself)] ?? at;
    case "previous-dispatch":
      return parsing.dispatches[countUntil(parsing.dispatches, at - 1, itself) - 1] ?? 0;
    case "next-edge":
      return nextEdge(parsing, at);
    case "previous-edge":
      return previousEdge(parsing, at);
  }
}

/** The first step by which all up to byte `offset` is read. */
function stepThatReads(parsing: Parsing, offset: number): number {
  let low = 0;
  let high = parsing.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (parsing.readBy(middle) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function nextEdge(parsing: Parsing, at: number): number {
  const { body } = parsing;
  const read = parsing.readBy(at);
  const next = body.pieces[body.piecesBefore(read + 1)]?.start ?? body.length;
  return read === next ? at : stepThatReads(parsing, next);
}

function previousEdge(parsing: Parsing, at: number): number {
  const { body } = parsing;
  const read = parsing.readBy(at);
  return stepThatReads(parsing, body.pieces[body.piecesBefore(read) - 1]?.start ?? 0);
}

function itself(step: number): number {
  return step;
}
