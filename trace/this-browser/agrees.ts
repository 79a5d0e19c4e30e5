/** Tells whether a browser did what was recorded of it. */
import type { Behaviour } from "../run/behaviour.ts";

/** A timer may be so much early. ms */
const EARLY = 20;

/** A busy machine asks so much later: by this share of the time, and by so many ms. 3 s are never taken for 5. */
const LATE = { share: 0.5, ms: 300 };

/** Tells whether what was measured is what was recorded, as exactly as it can be measured. */
export function agrees(measured: Behaviour, recorded: Behaviour): boolean {
  if (measured.does === "asks-after" && recorded.does === "asks-after") {
    const latest = recorded.ms * (1 + LATE.share) + LATE.ms;
    return measured.ms >= recorded.ms - EARLY && measured.ms <= latest;
  }
  return JSON.stringify(measured) === JSON.stringify(recorded);
}
