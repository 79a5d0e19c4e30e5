/** One stream that passes the target proxy, as a run that the page shows: its server's side, and nothing of a browser's. */
import type { Passing, PassingList } from "../../trace/run/passing.ts";
import type { TapRecord, TraceRecord } from "../../trace/run/records.ts";
import { createRun } from "../../trace/run/run.ts";
import { now } from "../connections/clock.ts";
import { ownApi } from "../connections/places.ts";
import { openTap } from "../connections/tap.ts";
import { bareClients } from "../playground/client-choice.ts";
import { judge } from "../playground/judge.ts";
import type { LiveRun } from "../playground/live-run.ts";

/** The API's prefix for what passes, either way: it is no part of what is measured. */
const API = `${ownApi}/target`;

/**
 * Begins to listen to one of the list.
 * @param ahead how far the server's clock is ahead of this page's, ms
 * @param changed called after each record
 */
export function watchRun(
  { trace, method, url, beganAt }: Passing,
  { target, port }: PassingList,
  ahead: number,
  changed: () => void,
): LiveRun {
  const name = `${method} ${url}`;
  const run = createRun({
    trace,
    script: { name, text: "" },
    path: { proxy: false, port },
    noTransform: false,
    browser: "",
    beganAt: beganAt - ahead,
    clockError: 0,
    watched: new URL(target).host,
  });
  let isOpen = true;

  function add(record: TraceRecord): void {
    run.add(record);
    if (record.kind === "end") close();
    changed();
  }

  function hear(record: TapRecord, boot: string): void {
    const at = record.at - beganAt;
    switch (record.kind) {
      case "alive":
      case "boot":
      case "door-closed":
      case "door-open":
        break;
      case "forgotten":
        add({ ...record, side: "page", at });
        break;
      case "write":
        add({ ...record, side: "server", boot, at, bytes: Uint8Array.fromBase64(record.bytes) });
        break;
      default:
        add({ ...record, side: "server", boot, at });
    }
  }

  const ways = { direct: API, "own-origin": API };
  const tap = openTap(trace, ways, { record: hear, way() {}, lost() {} });

  function close(): void {
    isOpen = false;
    tap.close();
  }

  const sinceBegan = () => now() + ahead - beganAt;
  return {
    client: {
      script: { name, text: "", left: "", eventTypes: [], body: {}, connect: undefined },
      clients: bareClients,
    },
    run,
    judge,
    get isGoing() {
      return isOpen;
    },
    get elapsed() {
      return isOpen ? sinceBegan() : run.latest;
    },
    get now() {
      return isOpen ? sinceBegan() : run.latest;
    },
    get isConnected() {
      return isOpen;
    },
    disconnect() {},
    stop: close,
  };
}
