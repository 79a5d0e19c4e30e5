/**
 * What a stream that is about the format did: what its lines came to, beside its events. A stream is
 * about the format where it is short, and has in it what a parser ignores, resets, puts together or
 * throws away.
 */
import type { WireLine } from "../../protocol/event-stream/wire-line.ts";
import type { Connection, WrittenEvent } from "../run/connection.ts";
import { isCut } from "../run/connection.ts";
import { isHuge, type Retry } from "../run/reconnection-time.ts";

/** They stand in the order in which they matter. */
export type FormatFact =
  /** Lines that are no field. `names`: the first of them. */
  | { kind: "no-field"; lines: number; names: readonly string[] }
  /** Blocks that had an `event` or `id` line, and no data: nothing was dispatched. */
  | { kind: "no-data"; blocks: number }
  /** The body ended before the blank line. `cut`: since the connection was cut, and not for a forgotten line. */
  | { kind: "unfinished"; cut: boolean }
  /** An `id` line without a value: the last event ID is empty from there on. `ids`: the last event ID of each event. */
  | { kind: "id-reset"; ids: readonly string[] }
  | { kind: "id-ignored" }
  /** Blocks that this browser does not dispatch, as their `id` holds a NUL. */
  | { kind: "left-out"; blocks: number }
  | { kind: "retry-ignored"; lines: number }
  /** A `retry` without a value, or with a huge one, of which browsers make something else than the standard. ms; `null`: nothing */
  | { kind: "retry-taken"; retry: "empty" | "huge"; becomes: number | null }
  | { kind: "byte-order-mark" }
  | { kind: "replaced" }
  /** Events that reach a listener that was meant for something else. */
  | { kind: "misleading"; type: string }
  /** So many events have several `data` lines. */
  | { kind: "several-lines"; events: number }
  | { kind: "line-ends"; terminator: "cr" | "crlf" }
  /** Named events stand beside unnamed ones. */
  | { kind: "types"; types: readonly string[] }
  | { kind: "comments"; lines: number }
  | { kind: "pieces"; writes: number };

/** A longer stream is about what it brings, whatever its lines look like … */
const SHORT = 12;

/** … and these facts count for something only in one that is shorter still. */
const QUITE_SHORT = 6;
const COMMON: ReadonlySet<FormatFact["kind"]> = new Set([
  "several-lines",
  "line-ends",
  "types",
  "comments",
  "pieces",
]);

const TOLD = 4; // names and types

/** What a stream's client makes of it: whether it does not dispatch an event; what a `retry` sets, ms, `null` for nothing. */
export type Client = {
  isLeftOut: (event: WrittenEvent) => boolean;
  becomesBy: (retry: Retry) => number | null;
};

/** What there is to say of the stream that was written on `connection`; nothing where it is about something else. */
export function formatFacts(
  connection: Connection,
  { isLeftOut, becomesBy }: Client,
): readonly FormatFact[] {
  const events = connection.written.length;
  if (events > SHORT) return [];
  const facts = factsIn(connection, becomesBy);
  const ignored = facts.findIndex(({ kind }) => kind === "id-ignored");
  const leftOut = connection.written.filter(isLeftOut).length;
  if (leftOut > 0) facts.splice(ignored, 1, { kind: "left-out", blocks: leftOut });
  const hasComments = facts.some(({ kind }) => kind === "comments");
  const writes = connection.writes.length;
  const isInPieces = events > 0 && writes >= 3 * events;
  if (!hasComments && isInPieces) facts.push({ kind: "pieces", writes });
  const own = facts.filter(({ kind }) => !COMMON.has(kind));
  return own.length > 0 || events > QUITE_SHORT ? own : facts;
}

function factsIn({ reading, end }: Connection, becomesBy: Client["becomesBy"]): FormatFact[] {
  const names: string[] = [];
  const types = new Set<string>();
  const ids: string[] = [];
  const kinds = new Set<WireLine["kind"]>();
  const count = { noData: 0, retries: 0, several: 0, comments: 0 };
  let taken: FormatFact | null = null;
  let isReset = false;
  let isReplaced = false;
  let terminator: "lf" | "cr" | "crlf" = "lf";
  let id = "";
  let data = 0; // lines of this block
  let isMeant = false; // whether it has an `event` or `id` line
  for (const { wire: line } of reading.lines) {
    kinds.add(line.kind);
    if ("terminator" in line && line.terminator !== "lf") terminator = line.terminator;
    switch (line.kind) {
      case "unknown-field":
        names.push(line.name);
        break;
      case "id":
        isReset ||= line.value === "" && id !== "";
        id = line.value;
        isMeant = true;
        break;
      case "event":
        isMeant = true;
        break;
      case "retry":
        if (line.value === "" || (line.ms !== null && isHuge(line.ms))) {
          const retry = line.value === "" ? "empty" : "huge";
          taken = { kind: "retry-taken", retry, becomes: becomesBy(line.ms) };
        } else if (line.ms === null) count.retries++;
        break;
      case "data":
        data++;
        isReplaced ||= line.value.includes("\u{fffd}");
        break;
      case "comment":
        count.comments++;
        break;
      case "dispatch":
      case "block-end":
        if (line.kind === "dispatch") {
          types.add(line.event.type);
          ids.push(line.event.lastEventId);
        } else if (isMeant) count.noData++;
        if (data > 1) count.several++;
        data = 0;
        isMeant = false;
    }
  }
  const facts: FormatFact[] = [];
  if (names.length > 0) {
    facts.push({
      kind: "no-field",
      lines: names.length,
      names: [...new Set(names)].slice(0, TOLD),
    });
  }
  if (count.noData > 0) facts.push({ kind: "no-data", blocks: count.noData });
  if (kinds.has("unfinished")) {
    facts.push({ kind: "unfinished", cut: end !== null && isCut(end.reason) });
  }
  if (isReset) facts.push({ kind: "id-reset", ids });
  if (kinds.has("id-ignored")) facts.push({ kind: "id-ignored" });
  if (count.retries > 0) facts.push({ kind: "retry-ignored", lines: count.retries });
  // That it never asks again is the lane's story, in streams of any length.
  if (taken !== null && taken.becomes !== Number.POSITIVE_INFINITY) facts.push(taken);
  if (kinds.has("byte-order-mark")) facts.push({ kind: "byte-order-mark" });
  if (isReplaced) facts.push({ kind: "replaced" });
  const misleading = ["error", "open"].find((type) => types.has(type));
  if (misleading !== undefined) facts.push({ kind: "misleading", type: misleading });
  if (count.several > 0) facts.push({ kind: "several-lines", events: count.several });
  if (terminator !== "lf") facts.push({ kind: "line-ends", terminator });
  if (types.has("message") && types.size > 1) {
    facts.push({
      kind: "types",
      types: [...types].filter((type) => type !== "message").slice(0, TOLD),
    });
  }
  if (count.comments > 0) facts.push({ kind: "comments", lines: count.comments });
  return facts;
}
