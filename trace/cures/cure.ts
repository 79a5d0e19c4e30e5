/**
 * Says what is known of a tool that event streams pass through: what it does to them, and the line that lets
 * them go. Each was measured, or stands in the tool's own documentation; docs/cures.md is written from
 * these rows, and the page and the probe read them. Code stands in backticks.
 */

/** Where a fact comes from: `date` is the day of the measurement, `title` that of the page to which `url` leads. */
export type Source =
  | { readonly from: "measurement"; readonly date: string }
  | { readonly from: "documentation"; readonly pages: readonly Page[] };

export type Page = { readonly title: string; readonly url: string };

/** How a tool holds a stream back unless you tell it otherwise. */
export type Holds =
  /** It compresses, and does not flush. */
  | "by-compressing"
  /** It collects bytes as they are. */
  | "by-collecting"
  | "nothing";

/** How soon the server is told that the client left. */
export type Leaving =
  /** `after` says how long it took where it was measured. */
  | { readonly told: "soon"; readonly after: string }
  /** Only when the server writes the next event. */
  | { readonly told: "with-the-next-event" }
  /** It goes on sending. `note`: when that is so too. */
  | { readonly told: "never"; readonly note?: string };

/** What the client sees when the server's connection is cut in mid-stream. `note`: more about it. */
export type Cut = {
  readonly seen: "as-a-cut" | "as-a-proper-end" | "never";
  readonly note?: string;
};

export type Cure = {
  /** With the versions that were tried, where it was tried. */
  readonly tool: string;
  readonly source: Source;
  /** Whether it is a part of the server, and does not stand before it. */
  readonly inServer: boolean;
  readonly holds: Holds;
  /** Says what it does by default, to GET and POST, or where its documentation says so. */
  readonly does: string;
  /** This is the line to change; "" where none is needed, or none is known. */
  readonly line: string;
  /** What else lets the stream go. */
  readonly helps: readonly string[];
  readonly helpsNot: readonly string[];
  /** `null` where it was not measured. */
  readonly leaving: Leaving | null;
  readonly cut: Cut | null;
  /** What it answers while the server is away; "" where that was not measured. */
  readonly down: string;
  /** By what a response head gives it away: a header, and what its value holds. */
  readonly head: readonly Sign[];
};

/** A response with this header is likely from this tool; `value` is in lower case, "" for any. */
type Sign = { readonly header: string; readonly value: string };

/** The day on which docs/cures.md was measured. */
export const byMeasurement: Source = { from: "measurement", date: "2026-11-29" };

export const NO_TRANSFORM = "`Cache-Control: no-transform` from the server";
export const CODING_NONE = "`Content-Encoding: none` from the server";
export const ACCEL = "`X-Accel-Buffering: no`";
export const IDENTITY = "`Content-Encoding: identity`";
