/**
 * What the lines of an event stream mean: their fields, and what these do to the buffers.
 * Follows HTML, "Interpreting an event stream":
 * https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
 */
import { isField, readRetry, readValue } from "./field.ts";

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

export interface LineListener {
  /** A line, from `start` to `end` in the text, and its line end up to `after`, took effect. */
  line(effect: Effect, start: number, end: number, after: number): void;
}

const LF = 0x0a;
const COLON = 0x3a;

export class Interpreter {
  /**
   * `null` while it is empty. The standard puts a line feed behind every value and takes the last
   * one away before it dispatches; here they only ever stand between the values.
   */
  dataBuffer: string | null = null;
  eventTypeBuffer = "";
  lastEventIdBuffer: string;
  /** The last event ID string: what a reconnect sends. Its buffer gets there at a blank line. */
  lastEventId: string;
  readonly on: InterpreterHandlers;

  constructor(on: InterpreterHandlers, lastEventId: string) {
    this.lastEventIdBuffer = lastEventId;
    this.lastEventId = lastEventId;
    this.on = on;
  }

  /** How many characters the open block keeps in the buffers. */
  get buffered(): number {
    const data = this.dataBuffer === null ? 0 : this.dataBuffer.length;
    return data + this.eventTypeBuffer.length + this.lastEventIdBuffer.length;
  }

  /** Takes whole lines: `text` ends with a line end. `bytes` are what it was decoded from. */
  lines(text: string, bytes: Uint8Array, listener: LineListener | null): void {
    // Where all is ASCII an index is that of a character and of its byte, and bytes are quicker to ask.
    const ascii = text.length === bytes.length;
    let cr = indexOrEnd("\r", text, 0);
    for (let start = 0, after = 0; start < text.length; start = after) {
      // [spec] end-of-line = ( cr lf / cr / lf )
      let end = indexOrEnd("\n", text, start);
      after = end + 1;
      if (cr < end) {
        if (end > cr + 1) after = cr + 1;
        end = cr;
        cr = indexOrEnd("\r", text, after);
      }
      if (listener !== null) {
        listener.line(this.line(text, start, end), start, end, after);
      } else if (ascii ? isDataIn(bytes, start) : isField("data", text, start, end)) {
        const value = readValue(text, start + 4, end);
        // Most blocks are one line of data and a blank line: theirs passes by the buffer.
        if (this.dataBuffer === null && text.charCodeAt(after) === LF) {
          after += 1;
          this.dispatch(value);
        } else {
          this.appendData(value);
        }
      } else {
        this.line(text, start, end);
      }
    }
  }

  /** Takes the line from `start` to `end`, its line end not included. */
  line(text: string, start: number, end: number): Effect {
    if (start === end) return this.blankLine();
    // [spec] If the line starts with a U+003A COLON character (:), ignore the line.
    if (text.charCodeAt(start) === COLON) return "comment";
    if (isField("data", text, start, end)) {
      this.appendData(readValue(text, start + 4, end));
      return "data";
    }
    if (isField("event", text, start, end)) {
      // [spec] Set the event type buffer to the field value.
      this.eventTypeBuffer = readValue(text, start + 5, end);
      return "event";
    }
    if (isField("id", text, start, end)) {
      const value = readValue(text, start + 2, end);
      // [spec] If the field value does not contain U+0000 NULL, then set the last event ID buffer to
      // [spec] the field value. Otherwise, ignore the field.
      if (value.includes("\0")) return "id-ignored";
      this.lastEventIdBuffer = value;
      return "id";
    }
    if (isField("retry", text, start, end)) {
      const ms = readRetry(readValue(text, start + 5, end));
      if (ms !== null) this.on.reconnectionTime?.(ms);
      return "retry";
    }
    // [spec] Otherwise: The field is ignored.
    return "unknown-field";
  }

  appendData(value: string): void {
    // [spec] Append the field value to the data buffer, then append a single U+000A LINE FEED (LF)
    // [spec] character to the data buffer.
    this.dataBuffer = this.dataBuffer === null ? value : `${this.dataBuffer}\n${value}`;
  }

  blankLine(): Effect {
    const data = this.dataBuffer;
    if (data !== null) {
      this.dataBuffer = null;
      return this.dispatch(data);
    }
    // [spec] If the data buffer is an empty string, set the data buffer and the event type buffer to
    // [spec] the empty string and return.
    // But set the last event ID string before: a block of only `id: 7` counts for the reconnect.
    this.lastEventId = this.lastEventIdBuffer;
    this.eventTypeBuffer = "";
    return "block-end";
  }

  dispatch(data: string): DispatchedEvent {
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
    this.on.dispatch?.(event);
    return event;
  }

  /** [spec] Once the end of the file is reached, any pending data must be discarded. */
  discard(): void {
    this.dataBuffer = null;
    this.eventTypeBuffer = "";
    this.lastEventIdBuffer = this.lastEventId;
  }
}

/** The index of the next `character`, or the text's length where there is none. */
function indexOrEnd(character: string, text: string, from: number): number {
  const at = text.indexOf(character, from);
  return at === -1 ? text.length : at;
}

/** Whether `data:` stands here, spelled out because this is asked of every line. */
function isDataIn(bytes: Uint8Array, at: number): boolean {
  return (
    bytes[at] === 0x64 &&
    bytes[at + 1] === 0x61 &&
    bytes[at + 2] === 0x74 &&
    bytes[at + 3] === 0x61 &&
    bytes[at + 4] === COLON
  );
}
