/** The server's clock as seen from this page: both sides of a run stand on one time axis by it. */
import { getJson } from "./json.ts";

const ASKS = 5; // the answer with the shortest round trip counts

/** `offset`: server's epoch ms minus the page's; `error`: ± ms, half the shortest round trip. */
export type Clock = { offset: number; error: number };

/** Epoch ms; it is never set back while the page lives. */
export function now(): number {
  return performance.timeOrigin + performance.now();
}

/** Rejects when the server does not answer. */
export async function readClock(api: string): Promise<Clock> {
  let best: Clock | undefined;
  for (let ask = 0; ask < ASKS; ask++) {
    const asked = now();
    const answer = await getJson<{ now: number }>(`${api}/clock`);
    const answered = now();
    const error = (answered - asked) / 2;
    if (best === undefined || error < best.error) {
      best = { offset: answer.now - (asked + answered) / 2, error };
    }
  }
  if (best === undefined) throw new Error("the clock was never asked");
  return best;
}
