/** A script's own redirect: whoever follows it is the same client still, so the tap tells of the answer that it comes to. */
import type { Action, Header } from "../../protocol/script/action.ts";
import { isRedirect } from "../../trace/run/head.ts";

type Head = Action & { kind: "head" };

/** Says whose request is answered; `url` begins with its path. */
export type Client = { url: string; trace: string | null; lane: string };

/** The head as it was, but that its `Location`, which is a play of this server, names the client. */
export function withClient(head: Head, { url, trace, lane }: Client): Head {
  if (trace === null || !isRedirect(head)) return head;
  const headers = head.headers.map(([name, value]): Header => {
    if (name.toLowerCase() !== "location") return [name, value];
    // Relative, so that whoever came through a proxy stays on its path.
    const { pathname, searchParams, hash } = new URL(value, new URL(url, "http://localhost"));
    searchParams.set("trace", trace);
    searchParams.set("lane", lane);
    return [name, `${pathname}?${searchParams}${hash}`];
  });
  return { ...head, headers };
}
