/** An open stream on which nothing is written and nothing heard, for longer than is its habit. */
import type { AttemptView } from "../run/attempt.ts";
import { SILENCE } from "../run/noise.ts";

/** Since when `attempt` is silent, or was when the page let go of it, ms since the run began; `null` where it is not. */
export function silentSince(attempt: AttemptView, now: number): number | null {
  const { ending, connection, announcedAt, writes, chunks, arrived } = attempt;
  if (announcedAt === null || (ending !== null && ending.how !== "closed")) return null;
  if (connection?.end && connection.end.reason.why !== "left") return null;
  const until = ending?.at ?? now;
  const last = Math.max(
    announcedAt,
    writes.at(-1)?.at ?? 0,
    chunks.at(-1)?.at ?? 0,
    arrived.at(-1)?.arrivedAt ?? 0,
  );
  const quiet = until - last;
  return quiet > SILENCE && quiet > 2 * habitOf(attempt) ? last : null;
}

const habits = new WeakMap<readonly { at: number }[], { until: number; habit: number }>();

/** The longest time between two writes so far, ms; goes on from where it was. */
function habitOf({ writes }: AttemptView): number {
  const known = habits.get(writes) ?? { until: 1, habit: 0 };
  for (; known.until < writes.length; known.until++) {
    const gap = (writes[known.until]?.at ?? 0) - (writes[known.until - 1]?.at ?? 0);
    known.habit = Math.max(known.habit, gap);
  }
  habits.set(writes, known);
  return known.habit;
}
