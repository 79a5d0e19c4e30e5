/** Tells a listener what the parser makes of each line. Where nobody listens, none of this runs. */
import { readRetry, readValue } from "./field.ts";
import type { Effect, Interpreter } from "./interpreter.ts";
import { Lines } from "./lines.ts";
import type { Buffers, Place, Terminator, WireLine } from "./wire-line.ts";

const LF = 0x0a;

export interface LineHandler {
  line?(line: WireLine, buffers: Buffers): void;
}

export class Teller {
  readonly #on: LineHandler;
  readonly #interpreter: Interpreter;
  /** Of the first byte of the body that is not told yet. */
  #offset = 0;

  constructor(on: LineHandler, interpreter: Interpreter) {
    this.#on = on;
    this.#interpreter = interpreter;
  }

  byteOrderMark(): void {
    const { start, end } = this.#next(3);
    this.#tell({ kind: "byte-order-mark", start, end });
  }

  /** The LF of a CRLF whose CR ended its line in an earlier chunk. */
  lineFeed(): void {
    const { start, end } = this.#next(1);
    this.#tell({ kind: "line-feed", start, end });
  }

  /** Has the interpreter take whole lines, one by one, and tells each. `text` is what `bytes` say. */
  lines(text: string, bytes: Uint8Array): void {
    const ascii = text.length === bytes.length;
    let over = 0; // where the lines told so far are over in `bytes`
    for (const at = new Lines(text); at.next(); ) {
      const effect = this.#interpreter.line(text, at.start, at.end);
      const lineEnd = at.after - 1;
      // No line end lies inside a character: text and bytes have the same ones in the same order.
      const next = ascii
        ? at.after
        : bytes.indexOf(text.charCodeAt(lineEnd), over + lineEnd - at.start) + 1;
      this.#line(effect, text, at.start, at.end, terminatorOf(text, at.end, at.after), next - over);
      over = next;
    }
  }

  #line(
    effect: Effect,
    text: string,
    from: number,
    to: number,
    terminator: Terminator,
    bytes: number,
  ): void {
    const start = this.#offset;
    const end = start + bytes;
    this.#offset = end;
    if (typeof effect === "object") {
      this.#tell({ kind: "dispatch", start, end, terminator, event: effect });
      return;
    }
    const { value } = this.#interpreter;
    switch (effect) {
      case "data":
      case "event":
      case "id":
      case "id-ignored":
        this.#tell({ kind: effect, start, end, terminator, value });
        return;
      case "retry":
        this.#tell({ kind: effect, start, end, terminator, value, ms: readRetry(value) });
        return;
      case "comment":
        this.#tell({ kind: effect, start, end, terminator, text: text.slice(from + 1, to) });
        return;
      case "unknown-field": {
        const line = text.slice(from, to);
        const colon = line.includes(":") ? line.indexOf(":") : line.length;
        const name = line.slice(0, colon);
        const ignored = readValue(line, colon, line.length);
        this.#tell({ kind: effect, start, end, terminator, name, value: ignored });
        return;
      }
      case "block-end":
        this.#tell({ kind: "block-end", start, end, terminator });
    }
  }

  /** The body is over. `text`: its last line, which has no line end, of so many bytes. */
  end(text: string, bytes: number): void {
    const { dataBuffer, eventTypeBuffer, lastEventIdBuffer, lastEventId } = this.#interpreter;
    const open = dataBuffer !== null || eventTypeBuffer !== "" || lastEventIdBuffer !== lastEventId;
    if (bytes === 0 && !open) return;
    const { start, end } = this.#next(bytes);
    this.#tell({ kind: "unfinished", start, end, text });
  }

  #tell(line: WireLine): void {
    this.#on.line?.(line, this.#interpreter);
  }

  #next(bytes: number): Place {
    const start = this.#offset;
    this.#offset += bytes;
    return { start, end: this.#offset };
  }
}

function terminatorOf(text: string, end: number, after: number): Terminator {
  if (after - end === 2) return "crlf";
  return text.charCodeAt(end) === LF ? "lf" : "cr";
}
