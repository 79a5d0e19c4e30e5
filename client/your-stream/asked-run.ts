/**
 * One request of the form, as a run that the page shows: what the page's own client saw of it, and, through the target
 * proxy, what left the target. Nothing is asked twice but by an EventSource, which does so by itself.
 */
import { toldUrl } from "../../protocol/redact.ts";
import { Secrets } from "../../protocol/secrets.ts";
import type { TapRecord, TraceRecord } from "../../trace/run/records.ts";
import { createRun, runIsOver } from "../../trace/run/run.ts";
import { watchThread } from "../connections/busy.ts";
import type { Client, Unstamped } from "../connections/client.ts";
import { type Clock, now } from "../connections/clock.ts";
import { browserSource, openEventSource } from "../connections/eventsource-client.ts";
import { askAgain } from "../connections/passing.ts";
import { ownApi } from "../connections/places.ts";
import { inRun, openTap } from "../connections/tap.ts";
import { browserName } from "../playground/browser.ts";
import { judge } from "../playground/judge.ts";
import type { LiveRun } from "../playground/live-run.ts";
import { bareClients } from "../playground/set-up.ts";
import { askByFetch, MOST_READ } from "./ask-client.ts";
import type { AskRequest } from "./request.ts";
import { saidOf } from "./said.ts";

/** How long the tap stays open after a stop, to hear how the target's side ended. ms */
const TAP_LINGERS = 1500;

const TAP = `${ownApi}/target`;

export interface AskedRun extends LiveRun {
  /** The page let go by itself: it has read all that it may. */
  readonly hadTooMuch: boolean;
}

/**
 * Asks, once.
 * @param types of events that an EventSource is to listen for
 * @param changed called after each record
 */
export function beginAsk(
  request: AskRequest,
  trace: string,
  types: readonly string[],
  clock: Clock,
  changed: () => void,
): AskedRun {
  const beganAt = now();
  const { lane, method, told, path, from, isWatched } = request;
  const name = `${method} ${told}`;
  const run = createRun({
    trace,
    script: { name, text: "" },
    path,
    noTransform: false,
    browser: browserName(),
    beganAt,
    clockError: isWatched ? clock.error : 0,
    ...(isWatched ? { watched: from, ...saidOf(from) } : { unwatched: from }),
  });
  let isGoing = true;
  let isStopped = false;
  let hadTooMuch = false;
  const secrets = new Secrets([], request.url); // an EventSource has no others
  let read = 0; // UTF-16 units of what an EventSource handed over

  function add(record: TraceRecord): void {
    run.add(record);
    if (isGoing && runIsOver(run)) {
      isGoing = false;
      stopWatching();
    }
    changed();
  }

  function see(seen: Unstamped, at = now()): void {
    add({ ...toldOf(seen), side: "browser", lane, at: at - beganAt });
    if (seen.kind !== "dispatch" || lane === "fetch") return;
    read += seen.data.length;
    if (read > MOST_READ) tooMuch();
  }

  function toldOf(seen: Unstamped): Unstamped {
    if (seen.kind === "ask") {
      const listensFor = lane === "eventsource" ? { listensFor: [...types] } : {};
      return { ...seen, url: toldUrl(told), ...listensFor };
    }
    if (seen.kind !== "dispatch" || lane === "fetch") return seen;
    const { data, lastEventId } = seen;
    const [text, id] = [secrets.outOfText(data), secrets.outOfText(lastEventId)];
    return { ...seen, data: text, lastEventId: id };
  }

  function hear(record: TapRecord, boot: string): void {
    const at = record.at - clock.offset - beganAt;
    const told = record.kind === "boot" ? null : inRun(record, boot, at);
    if (told !== null) add(told);
  }

  function tooMuch(): void {
    hadTooMuch = true;
    client.close();
    changed();
  }

  const stopWatching = watchThread((since, until) =>
    add({ side: "page", kind: "busy", since: since - beganAt, at: until - beganAt }),
  );
  const tap = isWatched
    ? openTap(trace, { direct: TAP, "own-origin": TAP }, { record: hear, way() {}, lost() {} })
    : undefined;
  const client: Client =
    lane === "fetch"
      ? askByFetch(request, see, tooMuch)
      : openEventSource(request.url, types, browserSource(request.credentials === "include"), see);

  return {
    client: {
      script: { name, text: "", left: "", eventTypes: [...types], body: {}, connect: undefined },
      clients: bareClients,
    },
    run,
    judge,
    get hadTooMuch() {
      return hadTooMuch;
    },
    get isGoing() {
      return isGoing;
    },
    get elapsed() {
      return isGoing ? now() - beganAt : run.latest;
    },
    get now() {
      return isStopped ? run.latest : now() - beganAt;
    },
    get isConnected() {
      return !isStopped && run.lane(lane).isConnected;
    },
    disconnect() {
      client.close();
    },
    stop() {
      if (isStopped) return;
      isStopped = true;
      add({ side: "page", kind: "stop", at: now() - beganAt });
      client.close();
      stopWatching();
      setTimeout(() => tap?.close(), TAP_LINGERS);
    },
    ...(isWatched ? { askAgain: () => askAgain(trace) } : {}),
  };
}
