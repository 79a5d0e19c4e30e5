/**
 * The first name behind `at` that begins with `typed`, round and round; one more letter may leave it where it is.
 * @returns `undefined` where none begins so
 */
export function typedAhead(names: readonly string[], at: string, typed: string) {
  const from = names.indexOf(at) + (typed.length > 1 ? 0 : 1);
  return [...names.slice(from), ...names.slice(0, from)].find((name) => name.startsWith(typed));
}
