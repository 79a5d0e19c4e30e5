/** Returns how many items at the start of `items` are of a time up to and with `at`; their times never fall. */
export function countUntil<Item>(
  items: readonly Item[],
  at: number,
  timeOf: (item: Item) => number,
): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && timeOf(item) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
