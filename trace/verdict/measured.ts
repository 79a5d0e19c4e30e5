/**
 * Measures a connection's passages. What is known of a passage for good is measured once: a reading goes on from
 * where the one before stopped, however many there are.
 */
import type { Passage } from "../run/matching.ts";
import { type Circumstances, OneBehind } from "./one-behind.ts";
import { Rhythm } from "./rhythm.ts";

export class Measured {
  readonly rhythm: Rhythm;
  readonly oneBehind: OneBehind;

  constructor(rhythm: Rhythm, oneBehind = new OneBehind()) {
    this.rhythm = rhythm;
    this.oneBehind = oneBehind;
  }

  copy(): Measured {
    return new Measured(this.rhythm.copy(), this.oneBehind.copy());
  }

  take(passages: readonly Passage[], around: Circumstances): void {
    for (const passage of passages) {
      this.rhythm.take(passage);
      this.oneBehind.take(passage, around);
    }
  }
}

/** What is known for good of the first passages of a list. */
const settled = new WeakMap<readonly Passage[], Measured>();

/** Measures `passages`, a list that only grows; `null` for no passages. */
export function measured(passages: readonly Passage[], around: Circumstances): Measured | null {
  const [first] = passages;
  if (first === undefined) return null;
  const before = settled.get(passages) ?? new Measured(new Rhythm(first));
  settled.set(passages, before);
  // What pushed an event out is known once something was written after it.
  const lastWrite = around.writes.at(-1)?.at ?? 0;
  const fresh = passages.slice(before.rhythm.events);
  const open = fresh.findLastIndex(({ writtenAt }) => writtenAt < lastWrite) + 1;
  before.take(fresh.slice(0, open), around);
  const all = before.copy();
  all.take(fresh.slice(open), around);
  return all;
}
