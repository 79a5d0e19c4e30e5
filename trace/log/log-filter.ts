/** Says which rows of the log are shown. */
import { INSTANT } from "../run/noise.ts";
import type { Run } from "../run/run.ts";
import { blockOf, type Row, type Whose, whose } from "./row.ts";
import { type RowKind, rowKind } from "./row-kind.ts";

/** A row has to be all that is asked for; `null` asks for nothing. */
export type LogFilter = {
  readonly whose: Whose | null;
  readonly kind: RowKind | null;
  /** The type of an event, on its way or dispatched. */
  readonly type: string | null;
  /** Whether what a row says is what somebody looks for: the words are en/'s, so this comes from there. */
  readonly isSought: ((row: Row, run: Run) => boolean) | null;
};

export const everyRow: LogFilter = { whose: null, kind: null, type: null, isSought: null };

export function isFiltering(filter: LogFilter): boolean {
  return Object.values(filter).some((part) => part !== null);
}

/** The cheap questions come first. */
export function passes(row: Row, run: Run, filter: LogFilter): boolean {
  if (filter.whose !== null && whose(row) !== filter.whose) return false;
  if (filter.kind !== null && rowKind(row) !== filter.kind) return false;
  if (filter.type !== null && !isOfType(row, filter.type)) return false;
  return filter.isSought === null || filter.isSought(row, run);
}

/** Tells whether more may still come to what a row stands for: then it may yet pass. */
export function mayGrow({ at, subject }: Row, run: Run): boolean {
  switch (subject.kind) {
    case "block":
    case "line":
    case "piece":
      return blockOf(subject)?.isEnded === false;
    case "dispatches":
      return run.latest - at <= INSTANT;
    case "record":
    case "bytes":
    case "unseen":
    case "more":
      return false;
  }
}

function isOfType({ subject }: Row, type: string): boolean {
  switch (subject.kind) {
    case "block":
    case "line":
    case "piece":
      return blockOf(subject)?.event?.type === type;
    case "dispatches":
      return subject.dispatches.some((event) => event.type === type);
    case "more":
      return subject.rows.some((row) => isOfType(row, type));
    case "bytes":
      return subject.lines.some(({ block }) => block.event?.type === type);
    case "record":
    case "unseen":
      return false;
  }
}
