/** A busy moment on request: this page's own thread is blocked, as a page that works hard blocks itself. */
export const FREEZE = 2000; // ms

/** Blocks the page for two seconds. */
export function freeze(): void {
  const until = performance.now() + FREEZE;
  while (performance.now() < until);
}
