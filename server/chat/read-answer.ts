/** Turns an answer into what the player writes to one client: the events that are there, then those to come. */
import { encodeComment, encodeEvent } from "../../protocol/event-stream/encoder.ts";
import type { Action, Header } from "../../protocol/script/action.ts";
import type { RelayName } from "../../trace/run/records.ts";
import { CHAT_HEARTBEAT } from "../limits.ts";
import { type Answer, eventId, LAST } from "./answer.ts";
import type { ChatError } from "./chat-error.ts";

type HeadOptions = { relay: RelayName; noTransform: boolean };

/**
 * Yields the events of an answer after that number, each as one write.
 * @param goOn ends the hang in which the player waits for more
 */
export function* readAnswer(
  answer: Answer,
  after: number,
  options: HeadOptions,
  goOn: () => void,
): Generator<Action> {
  const leave = answer.join(goOn);
  try {
    yield head(options);
    const comment = encodeComment("");
    // A first byte opens the connection in every browser, before the next token comes.
    if (after > 0) yield write(comment);
    yield { kind: "heartbeat", ms: CHAT_HEARTBEAT, comment };
    for (let next = after + 1; ; next++) {
      let event = answer.event(next);
      while (event === undefined && !answer.isOver) {
        yield { kind: "hang" };
        event = answer.event(next);
      }
      if (event === undefined) return;
      yield write(event);
    }
  } finally {
    leave();
  }
}

/** One event that says why an answer cannot be read. A client that comes back with its id is told not to. */
export function* readFailure(
  failure: ChatError,
  answer: string,
  options: HeadOptions,
): Generator<Action> {
  yield head(options);
  const data = JSON.stringify(failure);
  yield write(encodeEvent({ type: "failure", id: eventId(answer, LAST), data }));
}

/** Tells a client that has read the last event not to come back. */
export function* readNothing(): Generator<Action> {
  yield { kind: "head", status: 204, headers: [["Cache-Control", "no-store"]] };
}

function head({ relay, noTransform }: HeadOptions): Action {
  const headers: Header[] = [
    ["Content-Type", "text/event-stream"],
    ["Cache-Control", noTransform ? "no-cache, no-transform" : "no-cache"],
  ];
  if (relay !== "right") headers.push(["X-Relay", `${relay}; wrong on purpose`]);
  return { kind: "head", status: 200, headers };
}

/** A write that no line of a script asked for. */
function write(bytes: Uint8Array): Action {
  return { kind: "write", bytes, line: 0, insideLine: false };
}
