/** Says what a write or a chunk is within its response: where it lies, and how the other side cut the same bytes. */
import type { AttemptView } from "../run/attempt.ts";
import type { Run } from "../run/run.ts";
import { countUntil } from "../run/search.ts";
import type { BytesSubject } from "./row.ts";
import { endsInside, restAt } from "./utf8.ts";

export type BytesMeaning = {
  kind: "bytes";
  of: "write" | "chunk";
  number: number; // from 1, within its response
  offset: number; // where its first byte stands in the body
  bytes: Uint8Array;
  /** A character may begin in these last bytes before it. */
  before: Uint8Array;
  /** Whether a character lies across its edge. */
  beginsInside: boolean;
  endsInside: boolean;
  /** The other side has the same bytes in these pieces; `null` where that side shows none to a page. */
  across: Across | null;
};

/** Pieces that share bytes with another one. */
export type Across = {
  first: number;
  count: number;
  /** Where each that begins inside begins, with its number. `at`: bytes from the start of the piece. */
  edges: readonly Edge[];
  /** Whether together they are these bytes and no others. */
  isExact: boolean;
};

export type Edge = { at: number; number: number };

type Piece = { readonly offset: number; readonly length: number };

export function bytesMeaning({ record, before }: BytesSubject, run: Run): BytesMeaning {
  const { kind, offset, bytes } = record;
  const attempt = attemptOf(record, run);
  const { writes = [], chunks = [] } = attempt ?? {};
  const [own, others] = kind === "write" ? [writes, chunks] : [chunks, writes];
  return {
    kind: "bytes",
    of: kind,
    number: countUntil(own, offset, (piece) => piece.offset),
    offset,
    bytes,
    before,
    beginsInside:
      restAt(before, bytes)?.is === "character" || restAt(before, bytes)?.is === "begun",
    endsInside: endsInside(before, bytes),
    across: record.lane === "fetch" ? across(others, offset, offset + bytes.length) : null,
  };
}

function attemptOf(record: BytesSubject["record"], run: Run): AttemptView | undefined {
  if (record.side === "browser") return run.lane(record.lane).attemptOf(record);
  const connection = run.connectionOf(record);
  const lane = run.lanes.find(({ name }) => name === record.lane);
  const attempt = connection && lane?.attemptOn(connection);
  return attempt?.connection === connection ? attempt : undefined;
}

/** Finds the pieces that share a byte with those from `start` to `end`. */
function across(pieces: readonly Piece[], start: number, end: number): Across {
  const first = countUntil(pieces, start, ({ offset, length }) => offset + length);
  const behind = countUntil(pieces, end - 1, ({ offset }) => offset);
  const shared = pieces.slice(first, behind);
  const edges = shared
    .map(({ offset }, index) => ({ at: offset - start, number: first + index + 1 }))
    .filter(({ at }) => at > 0);
  const { offset = 0, length = 0 } = shared.at(-1) ?? {};
  const isExact = shared[0]?.offset === start && offset + length === end;
  return { first: first + 1, count: shared.length, edges, isExact };
}
