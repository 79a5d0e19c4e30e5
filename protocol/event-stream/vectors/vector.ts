/** One vector, and how a row of the tables beside this file becomes one. */

export type Dispatched = readonly [type: string, data: string, lastEventId: string];

export interface Outcome {
  events: readonly Dispatched[];
  /** What a reconnect sends as Last-Event-ID once the body is over; "" for nothing. */
  lastEventId: string;
  /** ms; `null` where the stream sets none and the browser's own stays. */
  reconnectionTime: number | null;
}

export interface Vector extends Outcome {
  rule: string; // unique: a test's name
  wire: Uint8Array;
  /** What this browser gives instead, where it departs from the standard. */
  departs: { readonly chromium?: Partial<Outcome>; readonly firefox?: Partial<Outcome> };
}

/** A row: a string stands for its UTF-8 bytes, a number for one byte. */
export function vector(
  rule: string,
  wire: string | readonly (string | number)[],
  events: readonly Dispatched[],
  more: Partial<Pick<Vector, "lastEventId" | "reconnectionTime" | "departs">> = {},
): Vector {
  const lastEventId = events.at(-1)?.[2] ?? "";
  const parts = typeof wire === "string" ? [wire] : wire;
  const bytes = parts.flatMap((part) =>
    typeof part === "string" ? [...new TextEncoder().encode(part)] : [part],
  );
  return {
    rule,
    wire: Uint8Array.from(bytes),
    events,
    lastEventId,
    reconnectionTime: null,
    departs: {},
    ...more,
  };
}

/** A message that no id came before. */
export function message(data: string): Dispatched {
  return ["message", data, ""];
}
