/** Says what a lane asks for, and by which client. */
import type { LaneName } from "../../trace/run/records.ts";
import type { Client, Recorder } from "../connections/client.ts";
import { browserSource, type Maker, openEventSource } from "../connections/eventsource-client.ts";
import { openFetch } from "../connections/fetch-client.ts";
import { openAnew, openByPackage } from "../connections/new-eventsource.ts";
import { apiAt } from "../connections/places.ts";
import type { Plan } from "./plan.ts";
import { laneOptions } from "./plan.ts";

export function connectLane(lane: LaneName, trace: string, plan: Plan, record: Recorder): Client {
  const api = apiAt(plan.path.port);
  const options = laneOptions(lane, trace, plan.noTransform);
  const { name, left, eventTypes, body, connect } = plan.script;
  const { credentials: withCredentials, comesBack, byPackage } = plan.clients[lane];
  const reconnect = comesBack ? "resume" : "never";
  if (connect !== undefined) return connect(lane, api, options, reconnect, record);
  if (lane === "eventsource") {
    const url = `${api}/sse/${left ?? name}?${options}`;
    const open = comesBack ? openAnew : openEventSource;
    const openBy = (maker: Maker) => open(url, eventTypes, maker, record);
    if (byPackage) return openByPackage(withCredentials, openBy);
    return openBy(browserSource(withCredentials));
  }
  return openFetch(`${api}/sse?${options}`, body, { withCredentials, reconnect }, record);
}
