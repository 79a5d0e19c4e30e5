/** Tells a listener what the parser makes of each line. Where nobody listens, none of this runs. */
import { readRetry, readValue } from "./field.ts";
import type { Effect, Interpreter, LineListener } from "./interpreter.ts";
import type { Buffers, Place, Terminator, WireLine } from "./wire-line.ts";

const LF = 0x0a;

export class Teller implements LineListener {
  readonly #listener: (line: WireLine, buffers: Buffers) => void;
  readonly #interpreter: Interpreter;
  /** Of the first byte of the body that is not told yet. */
  #offset = 0;
  #text = "";
  #bytes: Uint8Array = new Uint8Array();
  /** Where the next line starts in `#bytes`. */
  #at = 0;

  constructor(listener: (line: WireLine, buffers: Buffers) => void, interpreter: Interpreter) {
    this.#listener = listener;
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

  /** What is told from here on lies in `text`, which is what `bytes` say. */
  begin(text: string, bytes: Uint8Array): void {
    this.#text = text;
    this.#bytes = bytes;
    this.#at = 0;
  }

  /** A line that lies in the text from `from` to `to`, and its line end up to `after`, took effect. */
  line(effect: Effect, from: number, to: number, after: number): void {
    const text = this.#text;
    const bytes = this.#bytes;
    const at = this.#at;
    // No line end lies inside a character: text and bytes have the same ones in the same order.
    const next =
      text.length === bytes.length
        ? after
        : bytes.indexOf(text.charCodeAt(after - 1), at + (after - 1 - from)) + 1;
    const start = this.#offset;
    const end = start + next - at;
    this.#at = next;
    this.#offset = end;
    const terminator = terminatorOf(text, to, after);
    switch (effect) {
      case "data": {
        const value = readValue(text, from + 4, to);
        this.#tell({ kind: "data", start, end, terminator, value });
        return;
      }
      case "event": {
        const value = readValue(text, from + 5, to);
        this.#tell({ kind: "event", start, end, terminator, value });
        return;
      }
      case "id":
      case "id-ignored": {
        const value = readValue(text, from + 2, to);
        this.#tell({ kind: effect, start, end, terminator, value });
        return;
      }
      case "retry": {
        const value = readValue(text, from + 5, to);
        this.#tell({ kind: "retry", start, end, terminator, value, ms: readRetry(value) });
        return;
      }
      case "comment":
        this.#tell({ kind: "comment", start, end, terminator, text: text.slice(from + 1, to) });
        return;
      case "unknown-field": {
        const line = text.slice(from, to);
        const colon = line.includes(":") ? line.indexOf(":") : line.length;
        const name = line.slice(0, colon);
        const value = readValue(line, colon, line.length);
        this.#tell({ kind: "unknown-field", start, end, terminator, name, value });
        return;
      }
      case "block-end":
        this.#tell({ kind: "block-end", start, end, terminator });
        return;
      default:
        this.#tell({ kind: "dispatch", start, end, terminator, event: effect });
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
    const listener = this.#listener;
    listener(line, this.#interpreter);
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
