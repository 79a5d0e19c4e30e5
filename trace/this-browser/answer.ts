/** What a browser was seen to do in one measurement, and whether that is what was recorded of it. */
export type Answer =
  /** It asks again so long after the end. ms */
  | { does: "asks-after"; ms: number }
  /** It has not asked again within so long. ms */
  | { does: "asks-not"; within: number }
  /** `error`, readyState 0. */
  | { does: "asks-again" }
  /** `error`, readyState 2. */
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
  /** After a redirect. */
  | { does: "reconnects-to"; address: "first" | "final" }
  | { does: "dispatches" }
  | { does: "loses" }
  /** What the page, or the server, got to see. */
  | { does: "shows"; text: string };

/** A timer may be so much early. ms */
const EARLY = 20;

/** A busy machine asks so much later: by this share of the time, and by so many ms. 3 s are never taken for 5. */
const LATE = { share: 0.5, ms: 300 };

/** Whether what was measured is what was recorded, as exactly as it can be measured. */
export function agrees(measured: Answer, recorded: Answer): boolean {
  if (measured.does === "asks-after" && recorded.does === "asks-after") {
    const latest = recorded.ms * (1 + LATE.share) + LATE.ms;
    return measured.ms >= recorded.ms - EARLY && measured.ms <= latest;
  }
  return JSON.stringify(measured) === JSON.stringify(recorded);
}
