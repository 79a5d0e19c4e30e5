/** The code that a lane runs, with a run's own values: what people copy and take home. */

import { DONE } from "../../trace/chat/done.ts";
import type { LaneName } from "../../trace/run/records.ts";
import { eventSourceClient, fetchReader } from "../../trace/share/copy-as/clients.ts";
import { newEventSource, resumingFetch } from "../../trace/share/copy-as/coming-back.ts";
import { type Asked, askedBy } from "../../trace/share/copy-as/request.ts";
import type { LiveRun } from "./live-run.ts";
import { CHAT } from "./set-up.ts";

/** Anybody can ask again so; `undefined` where the lane did not ask in that run. */
export function askedIn({ run, client }: LiveRun, lane: LaneName, attempt = 1): Asked | undefined {
  const origin = originOf(run.setup.path.port);
  return askedBy(run, lane, origin, JSON.stringify(client.script.body), attempt);
}

/** Returns `undefined` where the lane did not ask in that run. */
export function laneCode(current: LiveRun, lane: LaneName): string | undefined {
  const asked = askedIn(current, lane);
  if (asked === undefined) return undefined;
  const { script, clients } = current.client;
  const { name, eventTypes } = script;
  const options = { eventTypes, ...clients[lane], done: name === CHAT ? DONE : null };
  if (lane === "eventsource") {
    return options.comesBack ? newEventSource(asked, options) : eventSourceClient(asked, options);
  }
  return options.comesBack ? resumingFetch(asked, options) : fetchReader(asked, options);
}

/** A page out of a file has no origin: then it is the one of the run on its own machine. */
function originOf(port: number): string {
  return location.origin === "null" || location.protocol === "file:"
    ? `http://localhost:${port}`
    : location.origin;
}
