/** The viewer's bundle has this in the place of live-run.ts: a viewer has no server that it could connect to. */
export function beginRun(): never {
  throw new Error("a viewer begins no run");
}
