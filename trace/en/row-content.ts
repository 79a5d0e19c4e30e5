/** Says what a row of the log holds: the wire's own words, or ours. */

import type { RowMeaning } from "../log/row-meaning.ts";
import { BEGINNING, beginning } from "../run/beginning.ts";
import { pathOf } from "../run/head.ts";
import type { Line } from "../run/reading.ts";
import { faultName } from "./fault.ts";
import { bytes, counted, duration, grouped, milliseconds } from "./figures.ts";
import { modelContent } from "./model.ts";

/** A piece of what a row holds; `field` gives it its colour. */
export type Part = {
  readonly field: "data" | "event" | "id" | "retry" | "comment" | "ignored" | null;
  readonly text: string;
};

/**
 * Returns what it holds, as pieces that stand apart.
 * @param length so much of a long line or of an event's data; UTF-16 units, or bytes
 */
export function rowContent(row: RowMeaning, length = BEGINNING): readonly Part[] {
  switch (row.kind) {
    case "ask":
      return [plain(`${row.method} ${path(row.url)}`)];
    case "request":
      return [
        plain(`${row.method} ${path(row.url)}`),
        ...(row.lastEventId === "" ? [] : [id(`Last-Event-ID: ${row.lastEventId}`)]),
      ];
    case "preflight":
      return [plain(`OPTIONS ${path(row.url)}`)];
    case "response-head":
      return [plain(`${row.status} ${beginning(row.contentType, length)}`.trim())];
    case "head":
      return [
        plain(`${row.status} ${beginning(row.contentType, length)}`.trim()),
        ...(row.coding === null ? [] : [plain(row.coding)]),
      ];
    case "block":
      return row.lines
        .filter(({ bytes }) => bytes.length > 0)
        .map((line) => linePart(line, length));
    case "line":
      return [linePart(row.line, length)];
    case "piece":
      return [plain(`in block ${row.number}`)];
    case "write":
    case "chunk":
      return [plain(visible(row.text, length))];
    case "bytes":
      return [plain(visible(beginning(row.bytes, length), length))];
    case "packed":
      return [plain(row.coding)];
    case "note":
      return [
        row.note.note === "head-has-left"
          ? plain(row.note.directive)
          : id(`Last-Event-ID: ${row.note.lastEventId}`),
      ];
    case "fault":
      return [plain(faultName(row.fault))];
    case "model":
      return [plain(modelContent(row.fact))];
    case "door":
      return [
        plain(row.fact.kind === "door-open" ? "open" : `closed for ${duration(row.fact.ms)}`),
      ];
    case "response-end":
      return [
        plain(
          row.writes === 0 ? "no body" : `${bytes(row.bytes)} in ${counts(row.writes, "write")}`,
        ),
      ];
    case "open":
      return [plain(readyState(0, 1))];
    case "dispatch":
      return [
        { field: "event", text: row.type },
        ...(row.lastEventId === "" ? [] : [id(`id ${row.lastEventId}`)]),
        { field: "data", text: visible(row.data, length) },
      ];
    case "dispatches": {
      const types = row.count > row.types.length ? [...row.types, "…"] : row.types;
      return [{ field: "event", text: types.join(", ") }];
    }
    case "reconnection-time":
      return [{ field: "retry", text: `retry: ${Number.isSafeInteger(row.ms) ? row.ms : "…"}` }];
    case "reconnecting":
      return [plain(readyState(row.opened ? 1 : 0, 0))];
    case "gave-up":
      return [plain(readyState(row.opened ? 1 : 0, 2))];
    case "body-end":
      if (row.chunks === null) return [plain("its bytes are not known")];
      return [plain(`${bytes(row.bytes)} in ${counts(row.chunks, "chunk")}`)];
    case "failure":
      return [plain(row.message === "" ? row.name : `${row.name}: ${row.message}`)];
    case "refused":
      return [plain("not an event stream")];
    case "close":
      return row.lane === "fetch"
        ? [plain("abort()")]
        : [plain("close()"), plain(readyState(row.opened ? 1 : 0, 2))];
    case "wait":
      return [
        plain(milliseconds(row.ms)),
        ...(row.lastEventId === ""
          ? []
          : [id(`${row.lane === "fetch" ? "Last-Event-ID: " : "lastEventId="}${row.lastEventId}`)]),
      ];
    case "size":
      return [plain(`${grouped(row.encoded)} of ${bytes(row.decoded)}`)];
    case "busy":
      return [plain(duration(row.ms))];
    case "tap":
      return [plain(tapWays[row.way])];
    case "forgotten":
      return [plain(counted(row.records, "record"))];
    case "more":
      return [plain(`… ${grouped(row.rows)} more like this`)];
    case "unseen":
    case "unreadable":
    case "boot":
    case "stop":
      return [];
  }
}

const tapWays = { direct: "directly", "own-origin": "through the proxy", lost: "no longer" };

function linePart({ wire, bytes }: Line, length: number): Part {
  switch (wire.kind) {
    case "dispatch":
      return plain("⏎ dispatch");
    case "block-end":
      return plain("⏎ ends the block");
    case "data":
    case "event":
    case "id":
    case "comment":
      return { field: wire.kind, text: beginning(bytes, length) };
    case "retry":
      return { field: wire.ms === null ? "ignored" : "retry", text: beginning(bytes, length) };
    case "id-ignored":
    case "unknown-field":
    case "unfinished":
      return { field: "ignored", text: beginning(bytes, length) };
    case "byte-order-mark":
      return plain("EF BB BF");
    case "line-feed":
      return plain("0A");
  }
}

function plain(text: string): Part {
  return { field: null, text };
}

function id(text: string): Part {
  return { field: "id", text };
}

function counts(count: number, one: string): string {
  return `${grouped(count)} ${count === 1 ? one : `${one}s`}`;
}

function readyState(from: 0 | 1, to: 0 | 1 | 2): string {
  return `readyState ${from} → ${to}`;
}

function visible(text: string, length: number): string {
  return beginning(text, length).replaceAll(/\r\n|\r|\n/g, "⏎");
}

function path(url: string): string {
  return pathOf(new URL(url, "http://localhost"));
}
