/** Says where in which recorded stream a row of the log lies. */
import type { Parsing, StreamName } from "../parsing/parsing.ts";
import type { Run } from "../run/run.ts";
import { countUntil } from "../run/search.ts";
import type { Row } from "./row.ts";

/** A place in a stream: at a byte, or at the event of this number, from 1. */
type Spot = { readonly stream: StreamName } & (
  | { readonly offset: number }
  | { readonly event: number }
);

/** `null` for a row that is of no byte. */
export function spotOf({ at, lane, subject }: Row, run: Run): Spot | null {
  if (lane === null) return null;
  const { attempts } = run.lane(lane);
  const written = attempts.findLast(({ connection }) => connection && connection.beganAt <= at);
  const seen = attempts.findLast(({ reception }) => reception.since <= at);
  const server = { lane, attempt: written?.number ?? 1 };
  const browser = { lane, attempt: seen?.number ?? 1 };
  switch (subject.kind) {
    case "line":
      return { stream: server, offset: subject.line.wire.start };
    case "block":
      return { stream: server, offset: subject.block.start };
    case "piece":
      return { stream: server, offset: subject.write.offset };
    case "dispatches": {
      const before = seen?.arrived.findIndex(({ arrivedAt }) => arrivedAt === at) ?? -1;
      return before === -1 ? null : { stream: browser, event: before + 1 };
    }
    case "record": {
      const { record } = subject;
      if (record.side === "server" && record.kind === "write") {
        return { stream: server, offset: record.offset };
      }
      if (record.side === "browser" && record.kind === "chunk") {
        return { stream: browser, offset: record.offset };
      }
      return null;
    }
    case "bytes":
      return {
        stream: subject.record.side === "server" ? server : browser,
        offset: subject.record.offset,
      };
    case "unseen":
      return null;
    case "more": {
      const [first] = subject.rows;
      return first === undefined ? null : spotOf(first, run);
    }
  }
}

/** The step that read that line, or dispatched that event; the last one where it has not come. */
export function stepAt(parsing: Parsing, spot: Spot): number {
  if ("event" in spot) return parsing.dispatches[spot.event - 1] ?? parsing.length;
  const endOf = (number: number) => parsing.step(number)?.did.end ?? 0;
  return parsing.lines[countUntil(parsing.lines, spot.offset, endOf)] ?? parsing.length;
}
