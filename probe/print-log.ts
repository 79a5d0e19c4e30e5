/** The log as it comes: a row for each event and each change of state, in the words of the page's log. */
import { grouped } from "../trace/en/figures.ts";
import { logSentences } from "../trace/en/log-sentences.ts";
import type { Part } from "../trace/en/row-content.ts";
import { meaning } from "../trace/log/meaning.ts";
import { BEGINNING } from "../trace/run/beginning.ts";
import type { BrowserRecord, TraceRecord } from "../trace/run/records.ts";
import type { Run } from "../trace/run/run.ts";
import { harmless, type Paint, type Style, shownData } from "./terminal-text.ts";

/** Events of one span that are shown one by one; the others are counted. ms */
const SHOWN = 20;
const SPAN = 500;

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

  constructor(write: (line: string) => void, paint: Paint) {
    this.#write = write;
    this.#paint = paint;
  }

  /** Times are told from `at` on, ms since the run began: a request's own beginning. */
  begin(at: number): void {
    this.#began = at;
  }

  take(run: Run, record: TraceRecord): void {
    if (record.side !== "browser" || !isTold(record)) return;
    if (record.kind === "dispatch" && !this.#hasRoom(record.at)) return;
    if (record.kind !== "dispatch") this.flush();
    const told = meaning(record, run);
    const parts =
      told.kind === "dispatch"
        ? logSentences.content({ ...told, data: shownData(told.data, BEGINNING) }, 2 * BEGINNING)
        : logSentences.content(told);
    const time = `${grouped(record.at - this.#began)} ms`.padStart(10);
    const row = parts.map(({ field, text }) => this.#part(field, text)).join(" · ");
    this.#write(`${this.#paint("gray", time)}  ${logSentences.what(told).padEnd(8)}  ${row}`);
  }

  /** Says how many were not shown. */
  flush(): void {
    if (this.#more > 0) this.#write(`${" ".repeat(12)}… ${grouped(this.#more)} more like these`);
    this.#more = 0;
  }

  #part(field: Part["field"], text: string): string {
    const shown = harmless(text.replaceAll("\u00a0", " "));
    return field === null || field === "data" ? shown : this.#paint(styles[field], shown);
  }

  #hasRoom(at: number): boolean {
    if (at - this.#since > SPAN) {
      this.flush();
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
