/** What the probe ends with, for whoever asks from a script; docs/probe.md has the same table. */
import type { OneEnd } from "../trace/verdict/one-end.ts";

export const WRONG_USAGE = 64;

/** 0: live, as far as one end can tell; 1: held, or one burst; 2: no event stream; 3: failed; 4: can't tell. */
export function exitStatus({ word }: OneEnd): 0 | 1 | 2 | 3 | 4 {
  switch (word) {
    case "evenly":
      return 0;
    case "not-flushed":
    case "one-burst":
      return 1;
    case "no-stream":
      return 2;
    case "no-answer":
    case "cut-off":
      return 3;
    case "unclear":
      return 4;
  }
}
