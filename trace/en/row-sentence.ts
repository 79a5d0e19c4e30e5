/** Says the sentence of a row of the log: true, plain and short; what it says of a record is in record.ts. */
import type { BlockMeaning, BlockOutcome, EventDelay } from "../log/block-meaning.ts";
import type { RowMeaning } from "../log/row-meaning.ts";
import { bytesSentence } from "./bytes.ts";
import { done } from "./chat.ts";
import {
  capitalised,
  counted,
  duration,
  grouped,
  inWords,
  milliseconds,
  reconnectionTimeBecomes,
} from "./figures.ts";
import { line } from "./line.ts";
import { recordSentence } from "./record.ts";

export function rowSentence(row: RowMeaning): string {
  switch (row.kind) {
    case "block":
      return block(row);
    case "line":
      return line(row);
    case "piece":
      return "The write ends inside a block: no event is complete yet.";
    case "dispatches":
      return dispatches(row);
    case "bytes":
      return bytesSentence(row);
    case "unseen":
      return "EventSource shows no bytes and no chunks to a page, only events: what it reads is known by what the server wrote.";
    case "more":
      return "They follow without a pause. Open this row to see each.";
    default:
      return recordSentence(row);
  }
}

function block({ lines, outcome, reconnectionTime, writes }: BlockMeaning): string {
  const said = sentenceOf(outcome, reconnectionTime);
  const retry =
    outcome.what === "event" && reconnectionTime !== null
      ? ` ${capitalised(reconnectionTimeBecomes(reconnectionTime))}.`
      : "";
  const isIgnored = lines.some(({ wire }) => wire.kind === "retry" && wire.ms !== null);
  const tooLarge =
    reconnectionTime === null && isIgnored
      ? " This browser ignores a `retry` as large as that."
      : "";
  return `${said}${retry}${tooLarge}${writes > 1 ? ` It left in ${counted(writes, "write")}.` : ""}`;
}

function sentenceOf(outcome: BlockOutcome, reconnectionTime: number | null): string {
  switch (outcome.what) {
    case "event":
      return `Event ${grouped(outcome.number)}, “${outcome.type}”, leaves the server.${wentBy(outcome.delay)}`;
    case "comment":
      return `${comments[outcome.by]} reaches no page, and keeps the connection from looking idle.`;
    case "no-data":
      return withoutData(outcome, reconnectionTime);
    case "unended":
      return outcome.forEver
        ? "The blank line never came: no event comes of this block."
        : "The blank line is still to come: no event yet.";
  }
}

const comments = {
  script: "A comment",
  heartbeat: "A heartbeat: a comment",
  server: "A comment of the server’s own",
};

function wentBy(delay: EventDelay): string {
  switch (delay.went) {
    case "soon":
      return "";
    case "never":
      return " It never arrived.";
    case "left-out":
      return " Firefox does not dispatch it: the `id` of the block holds a NUL.";
    case "unheard":
      return " Nobody listens for this type: EventSource drops it.";
    case "unread":
      return " The client does not read it: to it this response is no event stream.";
    case "slowly":
      if (delay.before === 1) return " The one before it is still under way.";
      if (delay.before > 1) return ` The ${inWords(delay.before)} before it are still under way.`;
      if (delay.number === 1)
        return ` The browser has ${delay.announced ? "no event" : "nothing"} yet.`;
      return delay.ms === null
        ? " It is still under way."
        : ` It arrives ${duration(delay.ms)} later.`;
  }
}

function withoutData({ id, kept }: BlockOutcome & { what: "no-data" }, ms: number | null): string {
  const became = [
    ...(ms === null ? [] : [reconnectionTimeBecomes(ms)]),
    ...(id === null ? [] : [`the last event ID becomes ${id === "" ? "empty" : `“${id}”`}`]),
  ];
  if (became.length === 0) return "A block without data: no event comes of it.";
  const forgets = id === null || kept ? "" : " Firefox does not keep such an id.";
  return `A block without data: no event, but ${became.join(" and ")}.${forgets}`;
}

function dispatches({ lane, count, last, late }: RowMeaning & { kind: "dispatches" }): string {
  const all = count === 2 ? "Both" : `All ${inWords(count)}`;
  const first = late === null ? "" : ` The first is ${milliseconds(late)} late.`;
  return `${all} in the same instant.${first}${done(lane, last)}`;
}
