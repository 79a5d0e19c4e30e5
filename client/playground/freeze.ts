/** A busy moment on request: the page blocks its own thread, as one that works hard does. */
export const FREEZE = 2000; // ms

export function freeze(): void {
  const until = performance.now() + FREEZE;
  while (performance.now() < until);
}
