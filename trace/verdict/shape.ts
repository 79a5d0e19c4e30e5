/** Which of the verdict's shapes the passages of one connection have. */
import type { Passage } from "../run/matching.ts";
import { NOISE, ORDER, STALL } from "../run/noise.ts";
import { measured } from "./measured.ts";
import type { Circumstances } from "./one-behind.ts";
import type { Rhythm } from "./rhythm.ts";

type Shape =
  | "live"
  | "in-pieces"
  | "one-behind"
  | "burst-at-end"
  /** Events came together once, which a machine that stalls does too. */
  | "one-clump"
  /** They trickle in, over much longer than they were written: the link is slower than the stream. */
  | "slow-link"
  /** All were written within the noise. */
  | "too-close";

/**
 * The share of the time of writing that may be missing between arrivals before a stream is in
 * pieces. Two by two, the mildest pieces, lose half of it; one stall of a machine among a few events
 * loses a third at the most.
 */
const PIECES_FROM = 0.4;

/** On a slow link arrivals take longer than the writes by more than this share of them … */
const SLOWER_FROM = 0.5;

/** … and no wait between two of them, as one that something held makes, is more than this share of it. */
const TRICKLE = 0.25;

/** A shape, and the figures that it was told by. */
export type Shaped = { shape: Shape; figures: Rhythm };

/** Returns the shape of the passages; `null` for fewer than two. */
export function shapeOf(passages: readonly Passage[], around: Circumstances): Shaped | null {
  const all = measured(passages, around);
  if (all === null || all.rhythm.events < 2) return null;
  const figures = all.rhythm;
  const shape = waitedForTheEnd(figures.first, around)
    ? "burst-at-end"
    : all.oneBehind.isSo
      ? "one-behind"
      : isSlowLink(figures)
        ? "slow-link"
        : byRhythm(figures, around);
  return { shape, figures };
}

function byRhythm({ writtenOver, squeezed, clumps }: Rhythm, { clockError }: Circumstances): Shape {
  if (squeezed > NOISE && squeezed > PIECES_FROM * writtenOver) {
    return clumps > 1 || squeezed > STALL ? "in-pieces" : "one-clump";
  }
  return writtenOver > NOISE + 2 * clockError ? "live" : "too-close";
}

/** Something behind a slow link may hold the stream too, but what it adds can't be told from the rest. */
function isSlowLink({ writtenOver, arrivedOver, gapMost }: Rhythm): boolean {
  return (
    arrivedOver - writtenOver > Math.max(STALL, SLOWER_FROM * writtenOver) &&
    gapMost < TRICKLE * arrivedOver
  );
}

/** The first event came no sooner than the stream ended, though there was time enough before. Without the server's side: judge-arrivals.ts */
function waitedForTheEnd(
  { writtenAt, arrivedAt }: Passage,
  { endAt, clockError }: Circumstances,
): boolean {
  if (endAt === null || endAt - writtenAt <= STALL + clockError) return false;
  return arrivedAt >= endAt - ORDER - clockError;
}
