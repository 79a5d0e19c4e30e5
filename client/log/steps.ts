/**
 * Which row a key goes to in a list of `count` rows.
 * @param at the selected row, -1 for none
 * @param page rows in view
 * @returns `undefined` for a key that goes nowhere, or where there are no rows
 */
export function steps(key: string, at: number, count: number, page: number): number | undefined {
  const last = count - 1;
  if (last < 0) return undefined;
  switch (key) {
    case "ArrowDown":
      return Math.min(at + 1, last);
    case "ArrowUp":
      return at < 0 ? last : Math.max(at - 1, 0);
    case "PageDown":
      return Math.min(at + page, last);
    case "PageUp":
      return Math.max(at - page, 0);
    case "Home":
      return 0;
    case "End":
      return last;
    default:
      return undefined;
  }
}
