/** In the viewer's bundle in the place of live-run.ts: there is nobody whom it could connect to. */
export function beginRun(): never {
  throw new Error("a viewer begins no run");
}
