/** Why an attempt brought no event stream. EventSource tells a page nothing of it; both sides together do. */
import type { AttemptView } from "./attempt.ts";
import { isEventStream, mediaType } from "./head.ts";

export type Refusal =
  /** A status that an EventSource does not take; 204 is the polite way to say: do not come back. `ours`: the Node server sent it. */
  | { kind: "status"; status: number; ours: boolean }
  /** Status 200 and another media type; "" for none. */
  | { kind: "type"; type: string }
  /** The Node server never heard of it: refused, or answered by something in between. */
  | { kind: "not-heard" }
  /** Nobody told of the server's side. */
  | { kind: "not-told" }
  /** The Node server heard it, and the connection ended before a response head. */
  | { kind: "no-head" }
  /** The Node server answered with an event stream, and the browser saw something else. */
  | { kind: "changed" };

/** Why `attempt` failed; only for one that the browser gave up, or that ended without a response. */
export function refusal(attempt: AttemptView): Refusal {
  const { head, connection, isTold } = attempt;
  if (!isTold && head === null) return { kind: "not-told" };
  if (head === null) return { kind: connection === null ? "not-heard" : "no-head" };
  if (isEventStream(head)) return { kind: "changed" };
  if (head.status === 200) return { kind: "type", type: mediaType(head) };
  return {
    kind: "status",
    status: head.status,
    ours: connection?.head?.status === head.status,
  };
}
