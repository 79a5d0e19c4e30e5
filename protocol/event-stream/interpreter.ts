/**
 * What the lines of an event stream mean: their fields, and what these do to the buffers.
 * Follows HTML, "Interpreting an event stream":
 * https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
 */
import { isData, isDataInBytes, isField, readRetry, readValue } from "./field.ts";
import { indexOrEnd } from "./lines.ts";

export interface DispatchedEvent {
  type: string;
  data: string;
  lastEventId: string;
}

export interface InterpreterHandlers {
  dispatch?(event: DispatchedEvent): void;
  reconnectionTime?(ms: number): void;
}

/** What one line did: the event that it dispatched, or in a word. */
export type Effect =
  | DispatchedEvent
  | "data"
  | "event"
  | "id"
  /** The value holds a NUL. */
  | "id-ignored"
  | "retry"
  | "comment"
  | "unknown-field"
  /** A blank line after a block without data: nothing to dispatch. */
  | "block-end";

const LF = 0x0a;
const SPACE = 0x20;

export class Interpreter {
  /**
   * `null` while it is empty. The standard puts a line feed behind every value and takes the last
   * one away before it dispatches; here they only ever stand between the values.
   */
  dataBuffer: string | null = null;
  eventTypeBuffer = "";
  lastEventIdBuffer: string;
  /** Of the field that was read last, for who tells of it. */
  value = "";
  /** The last event ID string: what a reconnect sends. Its buffer gets there at a blank line. */
  lastEventId: string;
  readonly #on: InterpreterHandlers;

  constructor(on: InterpreterHandlers, lastEventId: string) {
    this.lastEventIdBuffer = lastEventId;
    this.lastEventId = lastEventId;
    this.#on = on;
  }

  /** How many characters the open block keeps in the buffers. */
  get buffered(): number {
    const data = this.dataBuffer === null ? 0 : this.dataBuffer.length;
    return data + this.eventTypeBuffer.length + this.lastEventIdBuffer.length;
  }

  /** Takes whole lines: `text` ends with a line end. `bytes` are what it was decoded from. */
  lines(text: string, bytes: Uint8Array): void {
    // Where all is ASCII, an index is that of a character and of its byte, and bytes are quicker to ask.
    const ascii = text.length === bytes.length;
    let cr = indexOrEnd("\r", text, 0);
    for (let start = 0, after = 0; start < text.length; start = after) {
      // What `Lines` does, in place: a call for each line would cost a tenth of the speed.
      let end = cr === start ? start : indexOrEnd("\n", text, start);
      after = end + 1;
      if (cr <= end) {
        end = cr;
        after = text.charCodeAt(cr + 1) === LF ? cr + 2 : cr + 1;
        cr = indexOrEnd("\r", text, after);
      }
      if (ascii ? isDataInBytes(bytes, start) : isData(text, start)) {
        const first = ascii ? bytes[start + 5] : text.charCodeAt(start + 5);
        const value = text.slice(first === SPACE ? start + 6 : start + 5, end);
        // Most blocks are one line of data and a blank line: theirs passes by the buffer.
        const next = ascii ? bytes[after] : text.charCodeAt(after);
        if (this.dataBuffer === null && next === LF) {
          after += 1;
          this.#dispatch(value);
        } else {
          this.#appendData(value);
        }
      } else {
        this.line(text, start, end);
      }
    }
  }

  /** Takes the line from `start` to `end`, its line end not included. */
  line(text: string, start: number, end: number): Effect {
    if (start === end) return this.#blankLine();
    // The first letter tells which name it can be.
    switch (text.charCodeAt(start)) {
      case 0x3a: // :
        // [spec] If the line starts with a U+003A COLON character (:), ignore the line.
        return "comment";
      case 0x64: // d
        if (!isField("data", text, start, end)) break;
        this.value = readValue(text, start + 4, end);
        this.#appendData(this.value);
        return "data";
      case 0x65: // e
        if (!isField("event", text, start, end)) break;
        // [spec] Set the event type buffer to the field value.
        this.value = readValue(text, start + 5, end);
        this.eventTypeBuffer = this.value;
        return "event";
      case 0x69: // i
        if (!isField("id", text, start, end)) break;
        this.value = readValue(text, start + 2, end);
        return this.#id(this.value);
      case 0x72: // r
        if (!isField("retry", text, start, end)) break;
        this.value = readValue(text, start + 5, end);
        this.#retry(this.value);
        return "retry";
    }
    // [spec] Otherwise: The field is ignored.
    return "unknown-field";
  }

  #appendData(value: string): void {
    // [spec] Append the field value to the data buffer, then append a single U+000A LINE FEED (LF)
    // [spec] character to the data buffer.
    this.dataBuffer = this.dataBuffer === null ? value : `${this.dataBuffer}\n${value}`;
  }

  #id(value: string): Effect {
    // [spec] If the field value does not contain U+0000 NULL, then set the last event ID buffer to
    // [spec] the field value. Otherwise, ignore the field.
    if (value.includes("\0")) return "id-ignored";
    this.lastEventIdBuffer = value;
    return "id";
  }

  #retry(value: string): void {
    const ms = readRetry(value);
    if (ms !== null) this.#on.reconnectionTime?.(ms);
  }

  #blankLine(): Effect {
    const data = this.dataBuffer;
    if (data !== null) {
      this.dataBuffer = null;
      return this.#dispatch(data);
    }
    // [spec] If the data buffer is an empty string, set the data buffer and the event type buffer to
    // [spec] the empty string and return.
    // But set the last event ID string before: a block of only `id: 7` counts for the reconnect.
    this.lastEventId = this.lastEventIdBuffer;
    this.eventTypeBuffer = "";
    return "block-end";
  }

  #dispatch(data: string): DispatchedEvent {
    // [spec] Set the last event ID string of the event source to the value of the last event ID
    // [spec] buffer. The buffer does not get reset, so the last event ID string of the event source
    // [spec] remains set to this value until the next time it is set by the server.
    this.lastEventId = this.lastEventIdBuffer;
    const type = this.eventTypeBuffer;
    if (type.length > 0) this.eventTypeBuffer = "";
    const event = {
      type: type.length > 0 ? type : "message",
      data,
      lastEventId: this.lastEventId,
    };
    this.#on.dispatch?.(event);
    return event;
  }

  /** [spec] Once the end of the file is reached, any pending data must be discarded. */
  discard(): void {
    this.dataBuffer = null;
    this.eventTypeBuffer = "";
    this.lastEventIdBuffer = this.lastEventId;
  }
}
