/** Tells a listener what the interpreter makes of each line. Where nobody listens, none of this runs. */
import { isDataInBytes, readValue } from "./field.ts";
import {
  type DispatchedEvent,
  Interpreter,
  type InterpreterHandlers,
  indexOrEnd,
} from "./interpreter.ts";
import type { Buffers, Terminator, WireLine } from "./wire-line.ts";

const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
const COLON = 0x3a;

interface TellerHandlers extends InterpreterHandlers {
  line?(line: WireLine, buffers: Buffers): void;
}

/** An interpreter that tells what each step did, and of which bytes. */
export class Teller extends Interpreter {
  readonly #on: TellerHandlers;
  /** Where the line that is told next lies in the body, and what ends it. */
  #start = 0;
  #end = 0;
  #terminator: Terminator = "lf";

  constructor(on: TellerHandlers, lastEventId: string) {
    super(on, lastEventId);
    this.#on = on;
  }

  /** As the interpreter's, and follows where each line lies in `bytes`. */
  override lines(text: string, bytes: Uint8Array): void {
    const ascii = text.length === bytes.length;
    let cr = indexOrEnd("\r", text, 0);
    let at = 0; // where the line starts in `bytes`
    for (let start = 0, after = 0; start < text.length; start = after) {
      const first = bytes[at];
      const blank = first === LF || first === CR;
      let end = blank ? start : indexOrEnd("\n", text, start);
      after = end + 1;
      this.#terminator = "lf";
      if (cr <= end) {
        end = cr;
        const crlf = text.charCodeAt(cr + 1) === LF;
        after = crlf ? cr + 2 : cr + 1;
        this.#terminator = crlf ? "crlf" : "cr";
        cr = indexOrEnd("\r", text, after);
      }
      // No line end lies inside a character: text and bytes have the same ones in the same order.
      const last = this.#terminator === "cr" ? CR : LF;
      let next = at + after - start;
      if (!ascii) while (bytes[next - 1] !== last) next++;
      this.#next(next - at);
      if (blank) {
        this.blankLine();
      } else if (first === COLON) {
        this.comment(text, start, end);
      } else if (isDataInBytes(bytes, at)) {
        this.data(text.slice(bytes[at + 5] === SPACE ? start + 6 : start + 5, end));
      } else {
        this.line(text, start, end);
      }
      at = next;
    }
  }

  byteOrderMark(): void {
    this.#next(3);
    this.#tell({ kind: "byte-order-mark", start: this.#start, end: this.#end });
  }

  /** The LF of a CRLF whose CR ended its line in an earlier chunk. */
  lineFeed(): void {
    this.#next(1);
    this.#tell({ kind: "line-feed", start: this.#start, end: this.#end });
  }

  override comment(text: string, from: number, to: number): void {
    this.#tell({
      kind: "comment",
      start: this.#start,
      end: this.#end,
      terminator: this.#terminator,
      text: text.slice(from + 1, to),
    });
  }

  override data(value: string): void {
    super.data(value);
    this.#field("data", value);
  }

  override event(value: string): void {
    super.event(value);
    this.#field("event", value);
  }

  override id(value: string): boolean {
    const set = super.id(value);
    this.#field(set ? "id" : "id-ignored", value);
    return set;
  }

  #field(kind: "data" | "event" | "id" | "id-ignored", value: string): void {
    this.#tell({ kind, start: this.#start, end: this.#end, terminator: this.#terminator, value });
  }

  override retry(value: string): number | null {
    const ms = super.retry(value);
    this.#tell({
      kind: "retry",
      start: this.#start,
      end: this.#end,
      terminator: this.#terminator,
      value,
      ms,
    });
    return ms;
  }

  override unknownField(text: string, from: number, to: number): void {
    const line = text.slice(from, to);
    const colon = line.includes(":") ? line.indexOf(":") : line.length;
    const name = line.slice(0, colon);
    const value = readValue(line, colon, line.length);
    this.#tell({
      kind: "unknown-field",
      start: this.#start,
      end: this.#end,
      terminator: this.#terminator,
      name,
      value,
    });
  }

  override endBlock(): void {
    super.endBlock();
    this.#tell({
      kind: "block-end",
      start: this.#start,
      end: this.#end,
      terminator: this.#terminator,
    });
  }

  override dispatch(data: string): DispatchedEvent {
    const event = super.dispatch(data);
    this.#tell({
      kind: "dispatch",
      start: this.#start,
      end: this.#end,
      terminator: this.#terminator,
      event,
    });
    return event;
  }

  /** The body is over. `text`: its last line, which has no line end, of so many bytes. */
  end(text: string, bytes: number): void {
    const { dataBuffer, eventTypeBuffer, lastEventIdBuffer, lastEventId } = this;
    const open = dataBuffer !== null || eventTypeBuffer !== "" || lastEventIdBuffer !== lastEventId;
    if (bytes === 0 && !open) return;
    this.#next(bytes);
    this.#tell({ kind: "unfinished", start: this.#start, end: this.#end, text });
  }

  #tell(line: WireLine): void {
    this.#on.line?.(line, this);
  }

  #next(bytes: number): void {
    this.#start = this.#end;
    this.#end += bytes;
  }
}
