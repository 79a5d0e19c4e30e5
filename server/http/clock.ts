/** Returns the server's time, in epoch ms with fractions. It is never set back while the server runs. */
export function now(): number {
  return performance.timeOrigin + performance.now();
}
