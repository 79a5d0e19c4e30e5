/** Says how far the arrow keys move a splitter. */

const STEP = 24; // px

/** @returns px to the right, or down; `undefined` for a key that moves nothing along this axis */
export function movedBy(key: string, axis: "x" | "y"): number | undefined {
  const [less, more] = axis === "x" ? ["ArrowLeft", "ArrowRight"] : ["ArrowUp", "ArrowDown"];
  if (key === less) return -STEP;
  return key === more ? STEP : undefined;
}
