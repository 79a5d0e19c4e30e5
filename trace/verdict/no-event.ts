/** Bytes that came, and no event was in them. */
import type { AttemptView } from "../run/attempt.ts";
import { SILENCE } from "../run/noise.ts";
import type { LaneName } from "../run/records.ts";
import type { Run } from "../run/run.ts";
import { countUntil } from "../run/search.ts";
import type { Delivery, EmptyBecause } from "./finding.ts";
import { isToldWhole } from "./told.ts";

/** That no event was written on `attempt`, though bytes were; `null` while one may still be in the making. */
export function noEvent(
  run: Run,
  lane: LaneName,
  attempt: AttemptView,
  now: number,
): Delivery | null {
  const { connection, written, writes, arrived, ending, announcedAt } = attempt;
  const [first] = writes;
  if (connection === null || first === undefined || announcedAt === null) return null;
  if (written.length > 0 || arrived.length > 0 || !isToldWhole(run, attempt)) return null;
  if (ending === null && now - first.at <= SILENCE) return null;
  const late = lane === "fetch" ? latest(attempt, now) : 0;
  const because = reason(attempt);
  const { bytes } = connection;
  const running = ending === null;
  return { word: "no-event", bytes, writes: writes.length, because, late, running };
}

/** The longest that a write was on its way, ms. */
function latest({ writes, chunks, ending }: AttemptView, now: number): number {
  let most = 0;
  for (const { at, offset, length } of writes) {
    const chunk = chunks[countUntil(chunks, offset + length - 1, (one) => one.offset + one.length)];
    most = Math.max(most, (chunk?.at ?? ending?.at ?? now) - at);
  }
  return most;
}

function reason({ connection }: AttemptView): EmptyBecause {
  const kinds = new Set(connection?.reading.lines.map(({ wire }) => wire.kind));
  const hasEnd = kinds.delete("block-end");
  if (kinds.size === 1 && kinds.has("comment")) return "comments";
  return hasEnd ? "no-data" : "no-blank-line";
}
