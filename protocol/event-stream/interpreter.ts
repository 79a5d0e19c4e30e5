/**
 * Says what the lines of an event stream mean: their fields, and what these do to the buffers.
 * Follows HTML, "Interpreting an event stream":
 * https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
 */
import { isDataInBytes, isField, readRetry, readValue } from "./field.ts";

export interface DispatchedEvent {
  type: string;
  data: string;
  lastEventId: string;
}

export interface InterpreterHandlers {
  dispatch?(event: DispatchedEvent): void;
  reconnectionTime?(ms: number): void;
}

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
  /** The last event ID string: what a reconnect sends. The buffer is copied to it at a blank line. */
  lastEventId: string;
  readonly #on: InterpreterHandlers;

  /**
   * `lastEventId` is handed on by the connection before, and becomes the buffer, too: browsers do so. By
   * the standard's wording the buffer of a new connection is empty.
   */
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
      let end = cr === start ? start : indexOrEnd("\n", text, start);
      after = end + 1;
      if (cr <= end) {
        end = cr;
        after = text.charCodeAt(cr + 1) === LF ? cr + 2 : cr + 1;
        cr = indexOrEnd("\r", text, after);
      }
      if (ascii ? isDataInBytes(bytes, start) : text.startsWith("data:", start)) {
        const first = ascii ? bytes[start + 5] : text.charCodeAt(start + 5);
        const value = text.slice(first === SPACE ? start + 6 : start + 5, end);
        // Most blocks are one line of data and a blank line: theirs passes by the buffer.
        const next = ascii ? bytes[after] : text.charCodeAt(after);
        if (this.dataBuffer === null && next === LF) {
          after += 1;
          this.dispatch(value);
        } else {
          this.data(value);
        }
      } else {
        this.line(text, start, end);
      }
    }
  }

  /** Takes the line from `start` to `end`, its line end not included. */
  line(text: string, start: number, end: number): void {
    if (start === end) {
      this.blankLine();
      return;
    }
    // The first letter tells which name it can be.
    switch (text.charCodeAt(start)) {
      case 0x3a: // :
        this.comment(text, start, end);
        return;
      case 0x64: // d
        if (!isField("data", text, start, end)) break;
        this.data(readValue(text, start + 4, end));
        return;
      case 0x65: // e
        if (!isField("event", text, start, end)) break;
        this.event(readValue(text, start + 5, end));
        return;
      case 0x69: // i
        if (!isField("id", text, start, end)) break;
        this.id(readValue(text, start + 2, end));
        return;
      case 0x72: // r
        if (!isField("retry", text, start, end)) break;
        this.retry(readValue(text, start + 5, end));
        return;
    }
    this.unknownField(text, start, end);
  }

  // The standard's steps, a method each: the teller takes them, too, and tells what they did.

  blankLine(): void {
    const data = this.dataBuffer;
    if (data === null) {
      this.endBlock();
    } else {
      this.dataBuffer = null;
      this.dispatch(data);
    }
  }

  comment(_text: string, _start: number, _end: number): void {
    // [spec] If the line starts with a U+003A COLON character (:), ignore the line.
  }

  data(value: string): void {
    // [spec] Append the field value to the data buffer, then append a single U+000A LINE FEED (LF)
    // [spec] character to the data buffer.
    this.dataBuffer = this.dataBuffer === null ? value : `${this.dataBuffer}\n${value}`;
  }

  event(value: string): void {
    // [spec] Set the event type buffer to the field value.
    this.eventTypeBuffer = value;
  }

  /** @returns whether it was set */
  id(value: string): boolean {
    // [spec] If the field value does not contain U+0000 NULL, then set the last event ID buffer to
    // [spec] the field value. Otherwise, ignore the field.
    if (value.includes("\0")) return false;
    this.lastEventIdBuffer = value;
    return true;
  }

  /** @returns the ms that were set; `null` where the field was ignored */
  retry(value: string): number | null {
    const ms = readRetry(value);
    if (ms !== null) this.#on.reconnectionTime?.(ms);
    return ms;
  }

  unknownField(_text: string, _start: number, _end: number): void {
    // [spec] Otherwise: The field is ignored.
  }

  endBlock(): void {
    // [spec] If the data buffer is an empty string, set the data buffer and the event type buffer to
    // [spec] the empty string and return.
    // But set the last event ID string before: a block of only `id: 7` counts for the reconnect.
    this.lastEventId = this.lastEventIdBuffer;
    this.eventTypeBuffer = "";
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

/** The index of the next `character`, or the text's length where there is none. */
export function indexOrEnd(character: string, text: string, from: number): number {
  const at = text.indexOf(character, from);
  return at === -1 ? text.length : at;
}
