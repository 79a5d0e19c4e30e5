/** Has a sentence for each record: what it means to whoever reads the log line by line. */
import type { PlayNote } from "../../protocol/script/action.ts";
import type { Meaning } from "../log/meaning.ts";
import { isCut } from "../run/connection.ts";
import { isRedirect } from "../run/head.ts";
import { nobodyAnswered } from "../run/passing.ts";
import type { EndReason } from "../run/records.ts";
import { done, promptIn } from "./chat.ts";
import { door, endedBySentence, pressed } from "./fault.ts";
import { bytes, capitalised, counted, duration, milliseconds } from "./figures.ts";
import { model } from "./model.ts";
import { refused } from "./refusal.ts";

/** Says what a record means. There is no default: a new kind does not compile until it has its sentence. */
export function recordSentence(meaning: Meaning): string {
  switch (meaning.kind) {
    case "ask":
      return ask(meaning);
    case "open":
      if (meaning.late === null)
        return "The response head announces an event stream: the connection is open.";
      return meaning.atFirstByte
        ? `Only now does it open: ${duration(meaning.late)} after the server sent the response head. Firefox waits for the first byte of the body.`
        : `Only now does the response head arrive: ${duration(meaning.late)} after the server sent it.`;
    case "head":
      return head(meaning);
    case "chunk":
      return `One read returned ${bytes(meaning.bytes)}: ${chunkHolds(meaning.events)}`;
    case "dispatch": {
      const { lane, type, late } = meaning;
      const who = lane === "fetch" ? "our parser dispatches" : "the browser dispatches";
      const after = late === null ? "" : ` It is ${milliseconds(late)} late.`;
      return `A blank line ended the block: ${who} “${type}”.${after}${done(lane, meaning)}`;
    }
    case "reconnection-time":
      return `A \`retry\` field asks for ${milliseconds(meaning.ms)}. fetch does not reconnect by itself, so the code that reads it has to.`;
    case "reconnecting":
      return `${ended(meaning)} ${asksAgainIn(meaning.ms)}`;
    case "gave-up":
      return `EventSource gives up for good, and never says why. ${refused(meaning.refusal)}`;
    case "body-end":
      return "The response ended normally. fetch does not reconnect by itself.";
    case "failure":
      return `fetch failed with \`${meaning.name}\`${meaning.message === "" ? "" : ` (${meaning.message})`}. Names of errors are stable, messages are each browser’s own.`;
    case "refused":
      return refused(meaning.refusal);
    case "close":
      return meaning.lane === "fetch"
        ? "This page called `abort()`. The connection closes at once."
        : "This page called `close()`. No event tells of it; the connection closes at once.";
    case "wait":
      return wait(meaning);
    case "size":
      return meaning.encoded < meaning.decoded
        ? `${bytes(meaning.decoded)} of body, compressed to ${bytes(meaning.encoded)}.`
        : `${bytes(meaning.decoded)} of body, not compressed.`;
    case "request":
      return request(meaning);
    case "preflight":
      return "A preflight: the browser asks another origin whether it may send JSON or a key there, before it does.";
    case "response-head":
      return responseHead(meaning);
    case "write":
      return "A write before this one is not known, so its lines cannot be told.";
    case "packed":
      return "They left the server compressed. What a copy of them holds is told behind them.";
    case "unreadable":
      return `From here on the body is not decoded: ${unreadable[meaning.why]}.`;
    case "note":
      return note(meaning.note);
    case "fault":
      return pressed(meaning.fault);
    case "model":
      return model(meaning.fact);
    case "response-end":
      return `${end(meaning)}${meaning.held > 0 ? ` ${held(meaning)}` : ""}`;
    case "busy":
      return `This page’s own thread was blocked for ${duration(meaning.ms)}: what came meanwhile had to wait.`;
    case "tap":
      return tap[meaning.way];
    case "boot":
      return "Another server process answers: what the one before it counted and recorded is lost.";
    case "door":
      return door(meaning.fact);
    case "forgotten":
      return `The run has more records than this page keeps: ${counted(meaning.records, "record")} cannot be shown.`;
    case "stop":
      return "Stopped: every lane is closed.";
  }
}

function ask(meaning: Meaning & { kind: "ask" }): string {
  const { lane, accepts, again } = meaning;
  if (meaning.plain)
    return "The same once more, without `Accept-Encoding`: is it a compressor that holds it?";
  if (again) return askedAgain[lane];
  const byFetch =
    meaning.method === "POST"
      ? asked.fetch
      : `fetch can ask by any method; here it is \`${meaning.method}\`.`;
  const can = promptIn(meaning) ?? (lane === "fetch" ? byFetch : asked.eventsource);
  return accepts === null ? can : `${can} It accepts ${accepts}.`;
}

function wait({ lane, ms, lastEventId, isFailed }: Meaning & { kind: "wait" }): string {
  if (lane === "fetch") {
    const from = lastEventId === "" ? "" : ` with \`Last-Event-ID: ${lastEventId}\``;
    const what = isFailed
      ? "By the standard that is final, but this page tries again"
      : "This page reconnects by its own code";
    return `${what}: it asks again in ${milliseconds(ms)}${from}.`;
  }
  const from =
    lastEventId === ""
      ? ""
      : " The last id goes into its URL, because a new one sends no `Last-Event-ID`.";
  return `This page makes a new EventSource in ${milliseconds(ms)}.${from}`;
}

function asksAgainIn(ms: number | null): string {
  if (ms === null) return "It will ask again.";
  if (ms === Number.POSITIVE_INFINITY) return "It will never ask again: that `retry` is too large.";
  return `It will ask again in ${milliseconds(ms)}.`;
}

function ended({ opened, cut }: Meaning & { kind: "reconnecting" }): string {
  if (!opened) return "The connection ended before it opened.";
  return `EventSource reports the ${cut ? "cut" : "end"} of a stream as an “error”.`;
}

const EVENT_STREAM = "text/event-stream";

function head(meaning: Meaning & { kind: "head" }): string {
  const { status, type, isStream, coding, late } = meaning;
  const when = late === null ? "" : ` It comes ${duration(late)} after the server sent it.`;
  const packed = coding === null ? "" : ` The body is compressed: \`${coding}\`.`;
  if (isStream)
    return `fetch resolves: the response head announces an event stream.${packed}${when}`;
  const what = status === 200 ? `\`${type || "no content type"}\`` : `status \`${status}\``;
  const but =
    type === EVENT_STREAM ? "and the standard wants `200` for a stream" : "but no event stream";
  return `fetch resolves with ${what}: not an error to fetch, ${but}.${when}`;
}

function chunkHolds(events: number): string {
  if (events === 0) return "no event ended in it. A chunk is not an event.";
  return events === 1
    ? "one event ended in it."
    : `${counted(events, "event")} ended in it. A chunk is not an event.`;
}

function request(meaning: Meaning & { kind: "request" }): string {
  const { attempt, lastEventId, after } = meaning;
  if (after === "again") {
    return "The playground’s own server asks once more, without `Accept-Encoding`: is it a compressor that holds it?";
  }
  if (after === "redirect") return "The browser follows the redirect by itself.";
  if (after === "cut") {
    return "The browser sent the request once more by itself: the one before was cut before its first byte.";
  }
  if (attempt === 1) return "The server has the request.";
  return lastEventId === ""
    ? `Attempt ${attempt}, without a \`Last-Event-ID\`.`
    : `Attempt ${attempt}, with \`Last-Event-ID: ${lastEventId}\`: the server can go on after it.`;
}

function responseHead(meaning: Meaning & { kind: "response-head" }): string {
  const { lane, status, type, isStream, minded } = meaning;
  if (minded !== null) {
    return `The right type, but not for Chromium’s EventSource: it takes no charset but \`utf-8\`, and gives up at \`${minded}\`.`;
  }
  if (isStream) return "The right type: whoever gets this may start reading an event stream.";
  if (isRedirect(meaning)) {
    return `\`${status}\` sends the browser to another address. The page is not told.`;
  }
  if (status === 204) return "`204` tells the browser to stop reconnecting.";
  if (type === EVENT_STREAM) {
    return `An event stream by its type; but the standard wants \`200\`, and EventSource gives up at \`${status}\`.`;
  }
  if (lane === "fetch") return "To fetch this is an answer like any other; it is no event stream.";
  return status === 200
    ? `${type === "" ? "Without a type this" : `\`${type}\``} is no event stream: EventSource gives up.`
    : `Status \`${status}\`: EventSource gives up at anything but \`200\`.`;
}

function note(note: PlayNote): string {
  switch (note.note) {
    case "head-has-left":
      return `\`${note.directive}\` in line ${note.line} came too late: the response head has left.`;
    case "resumed":
      return `The server goes on after the event with id \`${note.lastEventId}\`, in line ${note.line}.`;
    case "unknown-id":
      return `The script has no event with id \`${note.lastEventId}\` on this attempt, so it starts from its first line.`;
  }
}

function end({ reason, writes }: Meaning & { kind: "response-end" }): string {
  switch (reason.why) {
    case "played":
    case "close":
      return writes === 0 ? "The response ends; it had no body." : "The stream ends.";
    case "drop":
      return reason.how === "reset"
        ? "The server resets the connection in the middle of the stream."
        : "The server cuts the connection before the body is complete.";
    case "left":
      return "The client has gone; nothing more is sent.";
    case "unread":
      return `The client does not read: ${bytes(reason.waiting)} waited for it, so the server cuts the connection.`;
    case "limit":
      return `The limit of ${limit(reason)} was reached: the stream ends here.`;
    case "shutdown":
      return "The server is being stopped: it ends the stream normally.";
    case "target-ended":
      return writes === 0 ? "The response ends; it had no body." : "The stream ends.";
    case "target-cut":
      return `The server breaks its connection off (\`${reason.code}\`), and the target proxy the client’s.`;
    case "target-down":
      return `${nobodyAnswered(reason.code) ? "The server could not be asked" : "What the server answers can’t be passed on"} (\`${reason.code}\`): the target proxy answers in its place.`;
    case "fault":
      return endedBySentence(reason);
  }
}

/** A stream that ends properly makes whoever holds something of it let go. */
function held({ held, by, reason }: Meaning & { kind: "response-end" }): string {
  const events = `${capitalised(counted(held, "event"))} had not arrived`;
  if (isCut(reason) || reason.why === "left") return `${events}.`;
  const who = by === "compressor" ? "the compressor" : "whoever holds it back";
  return `${events}: the end of the stream makes ${who} send ${held === 1 ? "it" : "them"}.`;
}

function limit({ limit, most }: EndReason & { why: "limit" }): string {
  switch (limit) {
    case "duration":
      return `${duration(most)} of playing`;
    case "bytes":
      return `${bytes(most)} on the wire`;
    case "writes":
      return counted(most, "write");
  }
}

const unreadable = {
  "unknown-coding": "its coding is not known here",
  damaged: "its bytes are not what its head says",
  "too-fast": "it comes faster than a copy can be decoded",
};

const asked = {
  eventsource: "EventSource can only GET.",
  fetch: "fetch can POST: the body says what to play.",
};

/** The page makes the lane ask again. */
const askedAgain = {
  eventsource: "A new EventSource takes the place of the one that gave up.",
  fetch: "This page asks again; fetch never does by itself.",
};

const tap = {
  direct: "The server’s records come directly from the server, not through the proxy.",
  "own-origin": "The server’s records now come through the proxy.",
  lost: "The server’s records no longer come: what it does is unknown until it answers again.",
};
