/** A stream script once it is read: what `perform` plays, and what an editor and a log show of it. */
import type { Template } from "./template.ts";

export type LineEnd = "\n" | "\r\n" | "\r";

export type FieldName = "data" | "event" | "id" | "retry" | "comment" | "unknown-field";

/** A line that goes on the wire. `value` is the field's, without the one space after the colon. */
export type WireStep = {
  kind: "wire";
  line: number;
  template: Template;
  field: FieldName;
  value: Template;
  /** It is `false` for a last line without a line end. */
  ended: boolean;
};

/** `times` is Infinity for a repeat without a number. The body ends with the step of its `@end`. */
export type RepeatStep = { kind: "repeat"; line: number; times: number; body: Step[] };

/** `directive`: the line as it stands, for whoever is told that it was passed over. */
export type HeadStep = { line: number; directive: string } & (
  | { kind: "status"; status: number }
  | { kind: "header"; name: string; value: Template }
);

/** A write leaves in pieces of `size` bytes, `every` so many ms. */
export type Chunking = { size: number; every: number };

/** A line that does something. `line` is the script's, from 1. */
export type Step =
  | WireStep
  | RepeatStep
  | HeadStep
  | ({ line: number } & (
      | { kind: "blank" | "attempt" | "end" | "cut" | "hang" | "close" | "resume-off" }
      | { kind: "bytes"; bytes: Uint8Array }
      | { kind: "wait"; ms: number }
      | { kind: "chunk"; chunk: Chunking | null }
      | { kind: "eol"; eol: LineEnd }
      | { kind: "heartbeat"; ms: number | null }
      | { kind: "drop"; how: "fin" | "reset" }
    ));

/** Both ends are meant; `to` is Infinity for `@attempt 2+`. */
export type Attempts = { from: number; to: number };

/** The lines from one `@attempt`, its own first, to the next. `attempts` is null for those before the first. */
export type Section = { attempts: Attempts | null; steps: Step[] };

/** What an editor colours and marks a line by. */
export type LineKind =
  | FieldName
  /** A blank line that is sent and ends a block with data: an event is dispatched. */
  | "dispatch"
  /** A blank line that is sent and ends a block without data: nothing is dispatched. */
  | "block-end"
  | "layout"
  | "remark"
  | "directive";

export type ScriptLine = { line: number; kind: LineKind };

export type StreamScript = {
  /** The `@#` in the first line says so; "" where there is none. */
  title: string;
  sections: readonly Section[];
  /** Every type that an `event` field of the script can send, in the order of the script. */
  eventTypes: readonly string[];
  /** There is one for each line of the text. */
  lines: readonly ScriptLine[];
};
