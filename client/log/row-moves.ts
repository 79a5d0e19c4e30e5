/** Says which row of the log a key goes to. */
import type { Row } from "../../trace/log/row.ts";
import { isError, isReconnect, rowKind } from "../../trace/log/row-kind.ts";

/**
 * @param at the selected row, -1 for none
 * @param page rows in view
 * @returns `undefined` for a key that goes nowhere, or where there are no rows
 */
export function movedTo(key: string, at: number, count: number, page: number): number | undefined {
  const last = count - 1;
  if (last < 0) return undefined;
  const places: Readonly<Record<string, number>> = {
    ArrowDown: Math.min(at + 1, last),
    ArrowUp: at < 0 ? last : Math.max(at - 1, 0),
    PageDown: Math.min(at + page, last),
    PageUp: Math.max(at - page, 0),
    Home: 0,
    End: last,
  };
  return places[key];
}

/**
 * `j` and `k` jump to the next and the previous event, `r` to the next reconnect, `w` to where something went
 * wrong, and with Shift back again.
 * @param at the selected row, -1 for none
 * @returns `undefined` for a key that does not jump, -1 where there is no such row
 */
export function jumpedTo(key: string, at: number, rows: readonly Row[]): number | undefined {
  const jumps: Readonly<Record<string, () => number>> = {
    j: () => next(rows, at, isEvent),
    k: () => previous(rows, at, isEvent),
    r: () => next(rows, at, isReconnect),
    R: () => previous(rows, at, isReconnect),
    w: () => next(rows, at, isError),
    W: () => previous(rows, at, isError),
  };
  return jumps[key]?.();
}

function isEvent(row: Row): boolean {
  return rowKind(row) === "event";
}

function next(rows: readonly Row[], at: number, is: (row: Row) => boolean): number {
  return rows.findIndex((row, index) => index > at && is(row));
}

function previous(rows: readonly Row[], at: number, is: (row: Row) => boolean): number {
  return rows.findLastIndex((row, index) => (at < 0 || index < at) && is(row));
}
