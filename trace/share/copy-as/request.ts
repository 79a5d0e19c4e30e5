/** A lane's request as somebody else can make it again. */

import { isAuthorized, isSecondStep } from "../../chat/chat-client.ts";
import { headerValue } from "../../run/head.ts";
import type { LaneName } from "../../run/records.ts";
import type { Run } from "../../run/run.ts";
import { firstAsk } from "../../run/run.ts";

/** What to ask, and how this browser asked. */
export type Asked = {
  /** Absolute, without the trace's name: whoever asks by it counts as somebody new. */
  url: string;
  /** What a POST sends, as JSON; `null`: it is a GET. */
  body: string | null;
  /** What is left with the server first, as JSON, which names a URL to ask: `url` is where it is left. `null`: one step is enough. */
  left: string | null;
  lastEventId: string; // "" for none
  /** What the server got; "" where that is not known. */
  acceptEncoding: string;
  /** Whether an `Authorization` header came with it. What it said is known to nobody. */
  isAuthorized: boolean;
};

/** What both clients may hear, whether cookies go to another origin, and whether they come back where a bare one would not. */
export type ClientOptions = {
  eventTypes: readonly string[];
  credentials: boolean;
  comesBack: boolean;
  /** The data at which the page closes; `null`: it waits for the server. */
  done: string | null;
};

/**
 * Returns how `lane` asked in this run; `undefined` where it did not, or where nobody knows how.
 * @param origin of the page: its own URLs are relative
 * @param body what was posted
 * @param number of the attempt
 */
export function askedBy(
  run: Run,
  lane: LaneName,
  origin: string,
  body: string,
  number = 1,
): Asked | undefined {
  const ask = firstAsk(run, lane);
  if (ask === undefined) return undefined;
  const view = run.lane(lane);
  const request = view.attempts[number - 1]?.connection?.request;
  // A browser asks again by itself: only the server can tell how.
  if (number > 1 && !request) return undefined;
  const first = new URL(ask.url, origin);
  const url = number === 1 ? first : new URL(request?.url ?? "", first);
  for (const own of ["trace", "lane"]) url.searchParams.delete(own);
  const isSecond = isSecondStep(url);
  if (isSecond) url.pathname = url.pathname.replace(/\/[^/]*$/, ""); // its name is soon forgotten
  const headers = request?.headers ?? [];
  return {
    url: url.href,
    body: ask.method === "POST" ? body : null,
    left: isSecond ? body : null,
    lastEventId: headerValue(headers, "Last-Event-ID") ?? "",
    acceptEncoding: headerValue(headers, "Accept-Encoding") ?? "",
    isAuthorized: isAuthorized(view),
  };
}
