/** Says what a row of the log means within its run. Knows no words; en/row.ts has them. */

import type { Line } from "../run/reading.ts";
import type { LaneName } from "../run/records.ts";
import type { Run } from "../run/run.ts";
import { type BlockMeaning, blockMeaning, retryIn } from "./block-meaning.ts";
import { type BytesMeaning, bytesMeaning } from "./bytes-meaning.ts";
import { type Meaning, meaning } from "./meaning.ts";
import type { Dispatch, Instant, Row } from "./row.ts";

const TYPES = 12; // so many types of one instant are told one by one

/**
 * `type` is that of the event that the line dispatches, `dataLine` its number among the block's data lines, from 1,
 * `reconnectionTime` what a `retry` sets in this client, as a block's.
 */
export type LineMeaning = {
  kind: "line";
  line: Line;
  type: string;
  dataLine: number;
  untold: boolean;
  reconnectionTime: number | null;
};

export type RowMeaning =
  | Meaning
  | BlockMeaning
  | LineMeaning
  | BytesMeaning
  /** From here on the bytes are known to the server alone. */
  | { kind: "unseen" }
  /** A write ended inside the block of this number. */
  | { kind: "piece"; number: number; bytes: number }
  /** Several events came in one instant, the first of them `late` ms. */
  | {
      kind: "dispatches";
      lane: LaneName;
      types: readonly string[];
      count: number;
      last: Pick<Dispatch, "type" | "data">;
      late: number | null;
    }
  | { kind: "more"; rows: number };

/** Says what a row of the run's log means. That may grow as the other side's records come. */
export function rowMeaning({ subject, lane }: Row, run: Run): RowMeaning {
  switch (subject.kind) {
    case "record":
      return meaning(subject.record, run);
    case "block":
      return blockMeaning(subject.block, subject.write, run);
    case "dispatches":
      return dispatches(subject.dispatches, run);
    case "line":
      return lineMeaning(subject.line, subject.untold, lane, run);
    case "piece":
      return { kind: "piece", number: subject.block.number, bytes: subject.write.bytes.length };
    case "bytes":
      return bytesMeaning(subject, run);
    case "unseen":
      return { kind: "unseen" };
    case "more":
      return { kind: "more", rows: subject.rows.length };
  }
}

/** @param untold whether EventSource keeps such lines to itself, and it was not said yet */
export function lineMeaning(
  line: Line,
  untold: boolean,
  lane: LaneName | null,
  run: Run,
): LineMeaning {
  const { block } = line;
  const before = block.lines.slice(0, block.lines.indexOf(line) + 1);
  const dataLine = before.filter(({ wire }) => wire.kind === "data").length;
  const type = block.event?.type ?? "";
  const reconnectionTime = retryIn(line.wire, lane ?? "", run);
  return { kind: "line", line, type, dataLine, untold, reconnectionTime };
}

function dispatches(all: Instant, run: Run): RowMeaning {
  const alone = meaning(all[0], run);
  if (all.length === 1 || alone.kind !== "dispatch") return alone;
  const { lane, late } = alone;
  const types = all.slice(0, TYPES).map(({ type }) => type);
  const last = all.at(-1) ?? all[0];
  return { kind: "dispatches", lane, types, count: all.length, last, late };
}
