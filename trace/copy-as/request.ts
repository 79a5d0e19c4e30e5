/** A lane's request as somebody else can make it again. */

import { headerValue } from "../head.ts";
import type { LaneName } from "../records.ts";
import type { Run } from "../run.ts";

/** What to ask, and how this browser asked. */
export type Asked = {
  /** Absolute, without the trace's name: who asks by it counts as somebody new. */
  url: string;
  /** Of a POST, as JSON; `null`: a GET. */
  body: string | null;
  /** As the server got it; "" where that is not known. */
  acceptEncoding: string;
};

/** What both clients may hear, whether cookies go to another origin, and whether they come back where a bare one would not. */
export type ClientOptions = {
  eventTypes: readonly string[];
  credentials: boolean;
  comesBack: boolean;
};

/**
 * How `lane` asked in this run; `undefined` where it did not.
 * @param origin of the page: its own URLs are relative
 * @param body what was posted
 */
export function askedBy(run: Run, lane: LaneName, origin: string, body: string): Asked | undefined {
  const ask = run.records.find((record) => record.kind === "ask" && record.lane === lane);
  if (ask?.kind !== "ask") return undefined;
  const url = new URL(ask.url, origin);
  for (const own of ["trace", "lane"]) url.searchParams.delete(own);
  const headers = run.lane(lane).attempts[0]?.connection?.request?.headers ?? [];
  return {
    url: url.href,
    body: ask.method === "POST" ? body : null,
    acceptEncoding: headerValue(headers, "Accept-Encoding") ?? "",
  };
}
