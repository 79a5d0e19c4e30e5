/**
 * In which order, and in which groups, the shipped streams are taught. One list says it, streams/order.txt: a line
 * that begins with a letter names a group, and each line below it that is set in names a stream.
 */

export type Placed = { group: string; name: string };

const OTHERS = "Others";

/** Puts these names into the list's order; the ones that it does not name follow, by name. */
export function inOrder(names: readonly string[], list: string): Placed[] {
  const placed = readOrder(list).filter(({ name }) => names.includes(name));
  const known = new Set(placed.map(({ name }) => name));
  const others = names.filter((name) => !known.has(name)).sort();
  return [...placed, ...others.map((name) => ({ group: OTHERS, name }))];
}

/** Returns what the list says; a stream above the first group is of none, so it is one of the others. */
export function readOrder(list: string): Placed[] {
  const placed: Placed[] = [];
  let group = OTHERS;
  for (const line of list.split(/\r?\n/)) {
    const name = line.trim();
    if (name === "") continue;
    if (/^\s/.test(line)) placed.push({ group, name });
    else group = name;
  }
  return placed;
}
