/** Whether each event came when the next write, of whatever, pushed it out. */
import type { Write } from "../run/connection.ts";
import type { Passage } from "../run/matching.ts";
import { NOISE, ORDER } from "../run/noise.ts";

/** The share of events that must arrive together with the next write before we call a stream one behind. */
const ONE_BEHIND_FROM = 0.8;

/** What the server did beside writing the events. `endAt`: when it ended the response, if it has; ms. */
export type Circumstances = {
  readonly writes: readonly Write[];
  readonly endAt: number | null;
  readonly clockError: number;
};

/** Counts passage by passage, in the order of the stream. */
export class OneBehind {
  /** The first write that is later than that of the last passage. */
  next = 0;
  told = 0;
  pushed = 0;

  copy(): OneBehind {
    return Object.assign(new OneBehind(), this);
  }

  take({ writtenAt, arrivedAt }: Passage, { writes, endAt, clockError }: Circumstances): void {
    while ((writes[this.next]?.at ?? Number.POSITIVE_INFINITY) <= writtenAt) this.next++;
    const nextAt = writes[this.next]?.at ?? endAt;
    if (nextAt === null || nextAt - writtenAt <= NOISE + clockError) return;
    this.told++;
    const after = arrivedAt - nextAt;
    if (after >= -ORDER - clockError && after < NOISE) this.pushed++;
  }

  get isSo(): boolean {
    return this.told >= 2 && this.pushed >= ONE_BEHIND_FROM * this.told;
  }
}
