/** Says why an attempt brought no event stream. EventSource tells a page nothing of it; both sides together do. */
import type { AttemptView } from "./attempt.ts";
import { measuredBrowser } from "./browser.ts";
import {
  charset,
  type Head,
  headerValue,
  isEventStream,
  isRedirect,
  mediaType,
  pathOf,
} from "./head.ts";

export type Refusal =
  /** A status that an EventSource does not take; 204 is the polite way to say: do not come back. `ours`: the Node server sent it. */
  | { kind: "status"; status: number; ours: boolean }
  /** Status 200 and another media type; "" for none. */
  | { kind: "type"; type: string }
  /** `status` sent the browser to `address`, which is no event stream. `answer`: `null` where nobody told of one. */
  | {
      kind: "redirected";
      status: number;
      address: string;
      answer: { status: number; type: string } | null;
    }
  /** An event stream whose `charset` is another than UTF-8, which some browsers mind. */
  | { kind: "charset"; charset: string }
  /** The Node server never heard of it: refused, or answered by something in between. */
  | { kind: "not-heard" }
  /** Nobody told of the server's side. */
  | { kind: "not-told" }
  /** The Node server heard it, and the connection ended before a response head. */
  | { kind: "no-head" }
  /** The Node server answered with an event stream, and the browser saw something else. */
  | { kind: "changed" };

/** Tells whether what comes is read as events: the head may have told the client that this is no event stream. */
export function isReadAsStream(attempt: AttemptView, browser: string): boolean {
  const { head } = attempt;
  return head === null || (isEventStream(head) && refusal(attempt, browser).kind !== "charset");
}

/** Why `attempt` failed in `browser`; only for one that it gave up, or that ended without a response. */
export function refusal(attempt: AttemptView, browser: string): Refusal {
  const { head, connection, isTold, reception } = attempt;
  if (!isTold && head === null) return { kind: "not-told" };
  if (head === null) return { kind: connection === null ? "not-heard" : "no-head" };
  if (isEventStream(head)) {
    const isOwn = reception.ending?.how === "error" && reception.askedBy === "browser";
    const minded = isOwn ? mindedCharset(head, browser) : null;
    return minded === null ? { kind: "changed" } : { kind: "charset", charset: minded };
  }
  const moved = redirected(attempt, head);
  if (moved !== null) return moved;
  if (head.status === 200) return { kind: "type", type: mediaType(head) };
  return {
    kind: "status",
    status: head.status,
    ours: connection?.head?.status === head.status,
  };
}

/** After a redirect what its address answers counts; a 204 there is as polite as anywhere. */
function redirected({ connections }: AttemptView, head: Head): Refusal | null {
  const from = connections.findLast((one) => isRedirect(one.head));
  if (!from?.head || head.status === 204) return null;
  const { status } = from.head;
  const address = addressOf(from.head, from.request?.url ?? "/");
  const answer = isRedirect(head) ? null : { status: head.status, type: mediaType(head) };
  return { kind: "redirected", status, address, answer };
}

/** Returns where a redirect leads, without what every request of a run has: its trace and its lane. */
function addressOf(head: Head, from: string): string {
  const base = URL.parse(from, "http://localhost");
  const url = base && URL.parse(headerValue(head.headers, "Location") ?? "", base.href);
  return url === null ? "" : pathOf(url);
}

/** The charset for which the EventSource of `browser` gives up an event stream (docs/facts.md, 1); `null`: it reads it. */
export function mindedCharset(head: Head, browser: string): string | null {
  if (!isEventStream(head) || /^(utf-8)?$/i.test(charset(head))) return null;
  const known = measuredBrowser(browser)?.answers.charset;
  return known?.does === "gives-up" ? charset(head) : null;
}
