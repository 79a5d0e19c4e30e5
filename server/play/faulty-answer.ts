/** Says what a client is answered instead of its script, at the press of a button: a response head alone. */
import type { Action, Header } from "../../protocol/script/action.ts";
import type { AnswerFault } from "../../trace/run/records.ts";

type Head = Action & { kind: "head" };

/** A browser that kept such an answer would go on meeting it. */
const ONCE: Header = ["Cache-Control", "no-store"];

/** Returns the head of an answer that is wrong on purpose. @param url from the request's path on */
export function faultyAnswer(fault: AnswerFault, url: string): Head {
  switch (fault.kind) {
    case "next-status":
      return { kind: "head", status: fault.status, headers: [ONCE] };
    case "next-type":
      return { kind: "head", status: 200, headers: [["Content-Type", "text/html"], ONCE] };
    case "next-redirect":
      return { kind: "head", status: fault.status, headers: [["Location", movedFrom(url)], ONCE] };
  }
}

/** The same play at another address: relative, so that whoever came through a proxy stays on its path. */
function movedFrom(url: string): string {
  const { pathname, searchParams } = new URL(url, "http://localhost");
  searchParams.set("moved", "1");
  searchParams.delete("pass"); // the tap tells of this head
  return `${pathname}?${searchParams}`;
}
