/** Ids as people read many of them: "3–7, 9, b … and 12 more". */
import { grouped } from "../en/figures.ts";

const PIECES = 6; // told one by one; what lies behind is counted

/** @param ids in the order in which they came; whole numbers that follow each other are drawn together */
export function idRanges(ids: readonly string[]): string {
  const ranges: { first: string; last: string; count: number }[] = [];
  for (const id of ids) {
    const before = ranges.at(-1);
    const isNumber = before !== undefined && /^(0|[1-9]\d{0,14})$/.test(before.last);
    if (isNumber && id === String(Number(before.last) + 1)) {
      before.last = id;
      before.count++;
    } else {
      ranges.push({ first: id, last: id, count: 1 });
    }
  }
  const told = ranges.slice(0, PIECES).map(({ first, last, count }) => {
    if (count === 1) return first;
    return `${first}${count === 2 ? ", " : "–"}${last}`;
  });
  const more = ranges.slice(PIECES).reduce((sum, { count }) => sum + count, 0);
  return `${told.join(", ")}${more > 0 ? ` … and ${grouped(more)} more` : ""}`;
}
