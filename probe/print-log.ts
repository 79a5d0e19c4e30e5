/** The log as it comes: a row for each event and each change of state, in the words of the page's log. */

import { modelText } from "../trace/chat/model-text.ts";
import { grouped } from "../trace/en/figures.ts";
import { rowTitle } from "../trace/en/row.ts";
import type { Part } from "../trace/en/row-content.ts";
import { rowContent } from "../trace/en/row-content.ts";
import { meaning } from "../trace/log/meaning.ts";
import { BEGINNING } from "../trace/run/beginning.ts";
import type { BrowserRecord, TraceRecord } from "../trace/run/records.ts";
import type { Run } from "../trace/run/run.ts";
import { harmless, type Paint, type Style, shownData } from "./terminal-text.ts";

/** Events of one span that are shown one by one; the others are counted. ms */
const SHOWN = 20;
const SPAN = 500;

const MOMENT = 300; // ms; pieces of text that came so close are one row …
const ROW = 80; // UTF-16 units; … as long as they fit into it
const MOST_TEXT = 10_000; // UTF-16 units; longer data is not taken for a piece of text

const styles: Record<NonNullable<Part["field"]>, Style> = {
  data: "reset",
  event: "magenta",
  id: "yellow",
  retry: "yellow",
  comment: "gray",
  ignored: "gray",
};

export class PrintedLog {
  readonly #write: (line: string) => void;
  readonly #paint: Paint;
  #since = Number.NEGATIVE_INFINITY;
  #shown = 0;
  #more = 0;
  #began = 0;
  /** Pieces of a chat model's text wait here to be shown as one; `at` is when the first came. */
  #pieces: { at: number; texts: string[] } | null = null;
  #soon: NodeJS.Timeout | undefined;

  constructor(write: (line: string) => void, paint: Paint) {
    this.#write = write;
    this.#paint = paint;
  }

  /** Times are told from `at` on, ms since the run began: a request's own beginning. */
  begin(at: number): void {
    this.flush();
    this.#began = at;
    this.#since = Number.NEGATIVE_INFINITY;
  }

  take(run: Run, record: TraceRecord): void {
    if (record.side !== "browser" || !isTold(record)) return;
    if (record.kind === "dispatch") {
      const text = record.data.length <= MOST_TEXT ? modelText(record.data) : null;
      if (text !== null) {
        this.#takePiece(record.at, text);
        return;
      }
      if (!this.#hasRoom(record.at)) return;
    } else this.flush();
    this.#showPieces();
    const told = meaning(record, run);
    const parts =
      told.kind === "dispatch"
        ? rowContent({ ...told, data: shownData(told.data, BEGINNING) }, 2 * BEGINNING)
        : rowContent(told);
    const shown = parts.map(({ field, text }) => this.#part(field, text)).join(" · ");
    this.#row(record.at, rowTitle(told), shown);
  }

  /** Shows what waits, and says how many were not shown. */
  flush(): void {
    this.#showPieces();
    this.#tellMore();
  }

  #tellMore(): void {
    if (this.#more > 0) this.#write(`${" ".repeat(12)}… ${grouped(this.#more)} more like these`);
    this.#more = 0;
  }

  /** Shows text as it flows: a row for what came within a moment, so that its times are still seen. */
  #takePiece(at: number, text: string): void {
    const { at: since, texts } = this.#pieces ?? { at, texts: [] };
    if (at - since > MOMENT || texts.join("").length > ROW) {
      this.#showPieces();
      this.#pieces = { at, texts: [text] };
    } else this.#pieces = { at: since, texts: [...texts, text] };
    clearTimeout(this.#soon);
    this.#soon = setTimeout(() => this.#showPieces(), MOMENT).unref();
  }

  #showPieces(): void {
    if (this.#pieces === null) return;
    const { at, texts } = this.#pieces;
    this.#pieces = null;
    if (this.#hasRoom(at)) this.#row(at, `text ×${texts.length}`, harmless(texts.join("")));
    else this.#more += texts.length - 1;
  }

  #row(at: number, what: string, content: string): void {
    const time = `${grouped(at - this.#began)} ms`.padStart(10);
    this.#write(`${this.#paint("gray", time)}  ${what.padEnd(8)}  ${content}`);
  }

  #part(field: Part["field"], text: string): string {
    const shown = harmless(text.replaceAll("\u00a0", " "));
    return field === null || field === "data" ? shown : this.#paint(styles[field], shown);
  }

  #hasRoom(at: number): boolean {
    if (at - this.#since > SPAN) {
      this.#tellMore();
      this.#since = at;
      this.#shown = 0;
    }
    if (this.#shown < SHOWN) {
      this.#shown++;
      return true;
    }
    this.#more++;
    return false;
  }
}

/** Chunks are counted in the row of the end; the request stands above the log. */
function isTold(record: BrowserRecord): boolean {
  switch (record.kind) {
    case "chunk":
    case "ask":
    case "close":
      return false;
    case "size":
      return record.encoded !== record.decoded;
    default:
      return true;
  }
}
