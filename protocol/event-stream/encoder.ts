/**
 * Writes events and comments as the bytes of an event stream. They are whole lines, so they may follow one
 * another in any order. Follows HTML, "Parsing an event stream":
 * https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream
 */

/** What is left out has no line of its own. */
export interface EventFields {
  /** What it is dispatched as; "" and none are `message`. */
  type?: string;
  /** CRLF, CR and LF each end a line of data, and arrive as LF. Without data nothing is dispatched. */
  data?: string;
  /** "" resets the last event ID. */
  id?: string;
  retry?: number; // ms
}

/** A value that no line can carry: it would end the line, or have the parser ignore the field. */
export class FieldValueError extends Error {
  override readonly name = "FieldValueError";
  readonly field: "event" | "id" | "retry";
  readonly value: string | number;

  constructor(field: "event" | "id" | "retry", value: string | number, message: string) {
    super(message);
    this.field = field;
    this.value = value;
  }
}

const utf8 = new TextEncoder();

/**
 * Writes one block with its blank line.
 * @throws FieldValueError for a type or an id with CR, LF or NUL, and for a `retry` that is not whole ms
 */
export function encodeEvent({ type, data, id, retry }: EventFields): Uint8Array<ArrayBuffer> {
  let block = "";
  if (id !== undefined) block += line("id", oneLine("id", id));
  if (type !== undefined) block += line("event", oneLine("event", type));
  if (retry !== undefined) block += line("retry", wholeMs(retry));
  if (data !== undefined) block += lines("data", data);
  return utf8.encode(`${block}\n`);
}

/** Writes a comment, a line for each line of the text. It may stand between blocks, and keeps a connection alive. */
export function encodeComment(text: string): Uint8Array<ArrayBuffer> {
  return utf8.encode(lines("", text));
}

function lines(name: string, value: string): string {
  return value
    .split(/\r\n|\r|\n/)
    .map((one) => line(name, one))
    .join("");
}

/** The space is there whenever a value is: the parser removes one, so a value may begin with another. */
function line(name: string, value: string): string {
  return value === "" ? `${name}:\n` : `${name}: ${value}\n`;
}

function oneLine(field: "event" | "id", value: string): string {
  const at = value.search(/[\r\n\0]/);
  if (at === -1) return value;
  const character = value[at] === "\0" ? "NUL" : value[at] === "\r" ? "CR" : "LF";
  throw new FieldValueError(
    field,
    value,
    `\`${field}\` has a ${character} at index ${at}, which its line cannot carry; ` +
      `write it encoded, such as \`${encodeURIComponent(value[at] ?? "")}\``,
  );
}

function wholeMs(ms: number): string {
  if (Number.isSafeInteger(ms) && ms >= 0) return String(ms);
  throw new FieldValueError(
    "retry",
    ms,
    `\`retry\` is ${ms}, which a parser would ignore; write whole milliseconds from 0, such as \`1000\``,
  );
}
