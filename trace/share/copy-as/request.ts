/** A lane's request as somebody else can make it again. */

import { isAuthorized, isSecondStep } from "../../chat/chat-client.ts";
import { firstAsk } from "../../run/first-ask.ts";
import { headerValue } from "../../run/head.ts";
import type { LaneName } from "../../run/records.ts";
import type { Run } from "../../run/run.ts";

/** What to ask, and how this browser asked. */
export type Asked = {
  /** Absolute, without the trace's name: whoever asks by it counts as somebody new. */
  url: string;
  /** Of a POST, as JSON; `null`: a GET. */
  body: string | null;
  /** What is left with the server first, as JSON, which names a URL to ask: `url` is where it is left. `null`: one step is enough. */
  left: string | null;
  /** As the server got it; "" where that is not known. */
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
 * How `lane` asked in this run; `undefined` where it did not.
 * @param origin of the page: its own URLs are relative
 * @param body what was posted
 */
export function askedBy(run: Run, lane: LaneName, origin: string, body: string): Asked | undefined {
  const ask = firstAsk(run, lane);
  if (ask === undefined) return undefined;
  const url = new URL(ask.url, origin);
  for (const own of ["trace", "lane"]) url.searchParams.delete(own);
  const isSecond = isSecondStep(url);
  if (isSecond) url.pathname = url.pathname.replace(/\/[^/]*$/, ""); // its name is soon forgotten
  const view = run.lane(lane);
  const headers = view.attempts[0]?.connection?.request?.headers ?? [];
  return {
    url: url.href,
    body: ask.method === "POST" ? body : null,
    left: isSecond ? body : null,
    acceptEncoding: headerValue(headers, "Accept-Encoding") ?? "",
    isAuthorized: isAuthorized(view),
  };
}
