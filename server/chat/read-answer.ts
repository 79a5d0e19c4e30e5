/** What whoever reads an answer is played: what there is of it after some event, and what is still to come. */
import { encodeComment, encodeEvent } from "../../protocol/event-stream/encoder.ts";
import type { Action, Header } from "../../protocol/script/action.ts";
import type { RelayName } from "../../trace/run/records.ts";
import { CHAT_HEARTBEAT } from "../limits.ts";
import type { Answer } from "./answer.ts";
import type { ChatError } from "./chat-error.ts";
import { eventId, LAST } from "./event-id.ts";

export type Reading = { relay: RelayName; noTransform: boolean };

/**
 * The events of an answer after that number, each as one write.
 * @param goOn ends the hang in which whoever plays this waits for more
 */
export function* readAnswer(
  answer: Answer,
  after: number,
  reading: Reading,
  goOn: () => void,
): Generator<Action> {
  const leave = answer.join(goOn);
  try {
    yield head(reading);
    const comment = encodeComment("");
    // So that the connection opens in every browser before the next token comes.
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

/** An answer that cannot be read is one event that says why. Whoever comes back with its id is told not to. */
export function* readFailure(
  failure: ChatError,
  answer: string,
  reading: Reading,
): Generator<Action> {
  yield head(reading);
  const data = JSON.stringify(failure);
  yield write(encodeEvent({ type: "failure", id: eventId(answer, LAST), data }));
}

/** Who has read the last event is told not to come back. */
export function* readNothing(): Generator<Action> {
  yield { kind: "head", status: 204, headers: [["Cache-Control", "no-store"]] };
}

function head({ relay, noTransform }: Reading): Action {
  const headers: Header[] = [
    ["Content-Type", "text/event-stream"],
    ["Cache-Control", noTransform ? "no-cache, no-transform" : "no-cache"],
  ];
  if (relay !== "right") headers.push(["X-Relay", `${relay}; wrong on purpose`]);
  return { kind: "head", status: 200, headers };
}

/** No line of a script asked for it. */
function write(bytes: Uint8Array): Action {
  return { kind: "write", bytes, line: 0, insideLine: false };
}
