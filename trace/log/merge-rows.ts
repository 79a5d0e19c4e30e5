import { countUntil } from "../run/search.ts";
import type { Row } from "./row.ts";

/**
 * Takes `fresh` into `rows`, which are in the order of time and stay so. The tap is a little behind
 * the browser, so only what is later than the first of `fresh` is merged anew.
 */
export function mergeRows(rows: Row[], fresh: readonly Row[]): void {
  const inOrder = fresh.toSorted((a, b) => a.at - b.at);
  const [first] = inOrder;
  if (first === undefined) return;
  const later = rows.splice(countUntil(rows, first.at, ({ at }) => at));
  let next = 0;
  for (const row of inOrder) {
    for (let known = later[next]; known && known.at <= row.at; known = later[++next]) {
      rows.push(known);
    }
    rows.push(row);
  }
  for (; next < later.length; next++) {
    const row = later[next];
    if (row !== undefined) rows.push(row);
  }
}
