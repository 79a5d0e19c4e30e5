/** Says what can be known of a browser by measuring it; what was measured stands in browsers.ts. */

/** Browsers by their engine: those that were measured. */
export type Family = "chromium" | "firefox";

export type MeasurementName =
  | "default-time"
  | "retry-0"
  | "retry-100"
  | "retry-empty"
  | "retry-huge"
  | "proper-end"
  | "early-cut"
  | "refused"
  | "moved-301"
  | "moved-307"
  | "open"
  | "status-204"
  | "status-500"
  | "status-503"
  | "type-html"
  | "type-plain"
  | "charset"
  | "id-alone"
  | "id-alone-sent"
  | "type-alone"
  | "id-nul"
  | "data-nul"
  | "bom-lf"
  | "bom-cr"
  | "bom-crlf";

/** What a browser was seen to do in one measurement. */
export type Behaviour =
  /** It asks again so long after the end. ms */
  | { does: "asks-after"; ms: number }
  /** It has not asked again within so long. ms */
  | { does: "asks-not"; within: number }
  /** It dispatches `error` with readyState 0. */
  | { does: "asks-again" }
  /** It dispatches `error` with readyState 2. */
  | { does: "gives-up" }
  /** The connection is announced, the stream read. */
  | { does: "opens" }
  | { does: "opens-at"; at: "head" | "first-byte" }
  /** The page is told nothing for so long. ms */
  | { does: "waits"; ms: number }
  /** The same request again, before the page is told of anything. */
  | { does: "repeats"; times: number }
  /** Only a request on a connection that was used before, which may have been closed meanwhile. */
  | { does: "repeats-if-used" }
  | { does: "reconnects-to"; address: "first" | "final" }
  | { does: "dispatches" }
  | { does: "loses" }
  /** What the page, or the server, got to see. */
  | { does: "shows"; text: string };

/** `name`: such as "Chromium 156"; `date`: the day on which it was measured. */
export type MeasuredBrowser = {
  readonly name: string;
  readonly date: string;
  readonly answers: Readonly<Record<MeasurementName, Behaviour>>;
};
