/** Says what is known of a lane before a button is pressed, while its stream runs: what it will do follows from it. */
import { compression, type Head, headerValue } from "../run/head.ts";
import {
  FETCH_RECONNECTION_TIME,
  reconnectionTime as keptBy,
  lastTime,
  type Retry,
} from "../run/reconnection-time.ts";
import type { LaneName, Path } from "../run/records.ts";
import type { Run } from "../run/run.ts";
import { answerWaits } from "./pressed.ts";

export type Situation = {
  lane: LaneName;
  browser: string; // such as "Chromium 156"
  path: Path;
  sameOrigin: boolean;
  /** Whether its client comes back where a bare one would not. */
  comesBack: boolean;
  answerWaits: boolean;
  /**
   * What the path's compressor does to the response: there is none, or it leaves it alone; it has let
   * nothing through yet, not even the head; or the browser has its first bytes.
   */
  compressor: "none" | "holds-all" | "lets-through";
  /** What the client keeps to, and what it will once it has all that was written. ms */
  reconnectionTime: number | null;
  reconnectionTimeAtEnd: number | null;
};

export function situationOf(
  run: Run,
  lane: LaneName,
  { sameOrigin, comesBack }: Pick<Situation, "sameOrigin" | "comesBack">,
): Situation {
  const { browser, path } = run.setup;
  const view = run.lane(lane);
  const written = view.attempts.at(-1)?.connection?.retries ?? [];
  const kept = (retries: readonly Retry[]) =>
    lane === "fetch" ? (lastTime(retries) ?? FETCH_RECONNECTION_TIME) : keptBy(browser, retries);
  const reconnectionTime = lane === "fetch" ? kept([view.reconnectionTime]) : view.reconnectionTime;
  return {
    lane,
    browser,
    path,
    sameOrigin,
    comesBack,
    answerWaits: answerWaits(view),
    compressor: compressorOn(run, lane),
    reconnectionTime,
    reconnectionTimeAtEnd: written.length === 0 ? reconnectionTime : kept(written),
  };
}

function compressorOn(run: Run, lane: LaneName): Situation["compressor"] {
  const { path } = run.setup;
  if (!path.proxy || !path.compress) return "none";
  const attempt = run.lane(lane).attempts.at(-1);
  const head = attempt?.connection?.head ?? null; // as the server sent it
  if (head !== null && isLeftAlone(head)) return "none";
  return (attempt?.announcedAt ?? null) === null ? "holds-all" : "lets-through";
}

/** Tells whether the dev server's compressor passes a response on as it is (docs/facts.md, 5). */
function isLeftAlone(head: Head): boolean {
  const cacheControl = headerValue(head.headers, "Cache-Control") ?? "";
  const coding = headerValue(head.headers, "Content-Encoding");
  return /\bno-transform\b/i.test(cacheControl) || coding === "none" || compression(head) !== null;
}
