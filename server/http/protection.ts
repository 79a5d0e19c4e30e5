/**
 * Response headers that keep what is served here from being used as something else. A script may be
 * anybody's, and is played from the page's own address: as a document it would act in the page's name.
 */
import type { Header } from "../../protocol/script/action.ts";

/** No page of others shows ours in a frame, where its clicks could be stolen. */
export const FRAME_ANCESTORS = "frame-ancestors 'self'";

const FRAME_OPTIONS: Header = ["X-Frame-Options", "SAMEORIGIN"];

export const unframed: readonly Header[] = [
  ["Content-Security-Policy", FRAME_ANCESTORS],
  FRAME_OPTIONS,
];

/** All else gets these headers: shown as a document, it has no origin and runs nothing. */
export const sandboxed: readonly Header[] = [
  ["Content-Security-Policy", `sandbox; ${FRAME_ANCESTORS}`],
  FRAME_OPTIONS,
];

/** A play's script replaces any header of its answer but these. */
export function isProtection(name: string): boolean {
  return sandboxed.some(([kept]) => kept.toLowerCase() === name.toLowerCase());
}
