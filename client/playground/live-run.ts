/**
 * A run while it happens: two clients, the tap and the watch over the page's own thread, all writing
 * into one trace. What they wrote is read from `run`; nothing here interprets it.
 */
import type { LaneName, TapRecord, TraceRecord } from "../../trace/run/records.ts";
import { createRun, type Run, runIsOver } from "../../trace/run/run.ts";
import { watchThread } from "../connections/busy.ts";
import type { Client, Maker, Recorder, Unstamped } from "../connections/client.ts";
import { now } from "../connections/clock.ts";
import {
  browserSource,
  openByPackage,
  openEventSource,
} from "../connections/eventsource-client.ts";
import { openFetch } from "../connections/fetch-client.ts";
import { openAnew } from "../connections/new-eventsource.ts";
import { apiAt, ownPort, serverPort } from "../connections/places.ts";
import { watchSizes } from "../connections/sizes.ts";
import { inRun, openTap } from "../connections/tap.ts";
import { newTraceName } from "../connections/trace-name.ts";
import { type Judge, judge } from "./judge.ts";
import { laneOptions, type Plan } from "./plan.ts";

/** The tap stays open after the lanes were closed, to hear how the server saw that. ms */
const TAP_LINGERS = 1500;

export interface LiveRun {
  readonly client: Pick<Plan, "script" | "clients">;
  readonly run: Run;
  readonly judge: Judge;
  /** A run goes on until every lane is done, or was stopped. */
  readonly isGoing: boolean;
  /** ms since the run began; it stands still once the run is over. */
  readonly elapsed: number;
  /** ms since the run began; it goes on while anything is connected. */
  readonly now: number;
  /** A lane may still receive or ask again, which an EventSource does after the run is over. */
  readonly isConnected: boolean;
  /** The other lanes go on. */
  disconnect(lane: LaneName): void;
  /** Ends the run's connections; its trace stays. */
  stop(): void;
  /**
   * Has the target asked for the same once more, without `Accept-Encoding`. Nobody would hear of that where it
   * is left out.
   * @returns why it is not asked; "" where it is
   */
  askAgain?(): Promise<string>;
}

/** `changed` is called after each record. */
export function beginRun(plan: Plan, changed: () => void): LiveRun {
  const trace = newTraceName();
  const { beganAt } = plan;
  const run = createRun({
    trace,
    script: { name: plan.script.name, text: plan.script.text },
    path: plan.path,
    noTransform: plan.noTransform,
    browser: plan.browser,
    beganAt,
    clockError: plan.clock.error,
  });
  let going = true;
  let stopped = false;

  function add(record: TraceRecord): void {
    run.add(record);
    if (going && runIsOver(run)) {
      going = false;
      stopWatching();
    }
    changed();
  }

  const stopWatching = watchThread((since, until) =>
    add({ side: "page", kind: "busy", since: since - beganAt, at: until - beganAt }),
  );
  const stopSizes = watchSizes(trace, (lane, size) => see(lane, { kind: "size", ...size }));

  function see(lane: LaneName, seen: Unstamped): void {
    add({ ...seen, side: "browser", lane, at: now() - beganAt });
  }

  function hear(record: TapRecord, boot: string): void {
    const told = inRun(record, boot, record.at - plan.clock.offset - beganAt);
    if (told !== null) add(told);
  }

  const tap = openTap(
    trace,
    { direct: apiAt(serverPort), "own-origin": apiAt(ownPort()) },
    {
      record: hear,
      way: (way) => add({ side: "page", kind: "tap", way, at: now() - beganAt }),
      lost: () => add({ side: "page", kind: "tap", way: "lost", at: now() - beganAt }),
    },
  );

  const clients = new Map(
    plan.lanes.map((lane) => [lane, connectLane(lane, trace, plan, (seen) => see(lane, seen))]),
  );

  return {
    client: plan,
    run,
    judge,
    get isGoing() {
      return going;
    },
    get elapsed() {
      return going ? now() - beganAt : run.latest;
    },
    get now() {
      return stopped ? run.latest : now() - beganAt;
    },
    get isConnected() {
      return !stopped && run.lanes.some((lane) => lane.isConnected);
    },
    disconnect(lane) {
      clients.get(lane)?.close();
    },
    stop() {
      if (stopped) return;
      stopped = true;
      add({ side: "page", kind: "stop", at: now() - beganAt });
      for (const client of clients.values()) client.close();
      stopWatching();
      setTimeout(() => {
        tap.close();
        stopSizes();
      }, TAP_LINGERS);
    },
  };
}

function connectLane(lane: LaneName, trace: string, plan: Plan, record: Recorder): Client {
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
