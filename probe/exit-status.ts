/** What the probe ends with, for whoever asks from a script; docs/probe.md has the same table. */
import type { OneEnd } from "../trace/verdict/one-end.ts";

export const WRONG_USAGE = 64;

/** 0: live, as far as one end can tell; 1: held, or one burst; 2: no event stream; 3: failed; 4: can't tell. */
export const exitStatus: Record<OneEnd["word"], 0 | 1 | 2 | 3 | 4> = {
  evenly: 0,
  "not-flushed": 1,
  "one-burst": 1,
  "no-stream": 2,
  "no-answer": 3,
  "cut-off": 3,
  unclear: 4,
};
