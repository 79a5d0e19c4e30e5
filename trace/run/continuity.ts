/**
 * Says what became of events over the attempts of a lane, by their ids: what the server wrote on each
 * attempt beside what arrived. Where the server's side is not known only repetitions can be told.
 *
 *     attempt 1   wrote 1 2 3 4   arrived 1 2     missed 3
 *     attempt 2   wrote 2 4 5     arrived 2 4 5   repeated 2, replayed 4
 *
 * An event's own id is one that differs from that of the event before: without an `id` field it
 * inherits that. So one that opens with the very id that the request sent counts for neither.
 */
import type { AttemptView } from "./attempt.ts";

/** The ids stand in the order of the stream. */
export type Continuity = {
  /** Written on this attempt, and never arrived on any. */
  readonly missed: readonly string[];
  /** Arrived on this attempt, and had arrived before. */
  readonly repeated: readonly string[];
  /** Written again on this attempt, after they were lost on one before. */
  readonly replayed: readonly string[];
};

/** Returns it for each attempt of a lane, the first one first. */
export function continuity(attempts: readonly AttemptView[]): readonly Continuity[] {
  const ever = new Set(attempts.flatMap(arrivedIds));
  const arrived = new Set<string>();
  const lost = new Set<string>();
  return attempts.map((attempt) => {
    const here = arrivedIds(attempt);
    const repeated: string[] = [];
    for (const id of here) {
      if (arrived.has(id)) repeated.push(id);
      arrived.add(id);
    }
    const replayed = new Set<string>();
    const missed: string[] = [];
    for (const connection of attempt.connections) {
      const written = ownIds(connection.written, connection.lastEventId);
      for (const id of written) if (lost.has(id)) replayed.add(id);
      const isLast = connection === attempt.connection;
      // It may still arrive, or the page let go of it.
      if (isLast && (attempt.ending === null || attempt.ending.how === "closed")) continue;
      const got = new Set(isLast ? here : []);
      for (const id of written) {
        if (got.has(id)) continue;
        if (!ever.has(id) && !lost.has(id)) missed.push(id);
        lost.add(id);
      }
    }
    return { missed, repeated, replayed: [...replayed] };
  });
}

function arrivedIds({ arrived, connection }: AttemptView): string[] {
  return ownIds(arrived, connection?.lastEventId ?? "");
}

function ownIds(events: readonly { lastEventId: string }[], inherited: string): string[] {
  const ids: string[] = [];
  let before = inherited;
  for (const { lastEventId } of events) {
    if (lastEventId !== before && lastEventId !== "") ids.push(lastEventId);
    before = lastEventId;
  }
  return ids;
}
