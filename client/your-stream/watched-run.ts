/** One stream that passes the target proxy, as a run that the page shows: its server's side, and nothing of a browser's. */
import type { Passing, PassingList } from "../../trace/run/passing.ts";
import type { TapRecord } from "../../trace/run/records.ts";
import { createRun } from "../../trace/run/run.ts";
import { now } from "../connections/clock.ts";
import { askAgain } from "../connections/passing.ts";
import { ownApi } from "../connections/places.ts";
import { inRun, openTap } from "../connections/tap.ts";
import { judge } from "../playground/judge.ts";
import type { LiveRun } from "../playground/live-run.ts";
import { bareClients } from "../playground/set-up.ts";
import { saidOf } from "./said.ts";

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
  const watched = new URL(target).host;
  const setup = {
    trace,
    script: { name, text: "" },
    path: { proxy: false, port } as const,
    noTransform: false,
    browser: "",
    beganAt: beganAt - ahead,
    clockError: 0,
    watched,
    ...saidOf(watched),
  };
  const run = createRun(setup);
  let asked = 0; // this request, where it is asked for once more that one, and where the client comes back those
  let over = 0;
  let isStopped = false;
  const isGoing = () => (asked === 0 || over < asked) && !isStopped;

  function hear(record: TapRecord, boot: string): void {
    const told = record.kind === "boot" ? null : inRun(record, boot, record.at - beganAt);
    if (told === null) return;
    if (told.kind === "request") asked++;
    if (told.kind === "end") over++;
    run.add(told);
    changed();
  }

  const ways = { direct: API, "own-origin": API };
  const tap = openTap(trace, ways, { record: hear, way() {}, lost() {} });

  const sinceBegan = () => now() + ahead - beganAt;
  return {
    client: {
      script: { name, text: "", left: "", eventTypes: [], body: {}, connect: undefined },
      clients: bareClients,
    },
    run,
    judge,
    get isGoing() {
      return isGoing();
    },
    get elapsed() {
      return isGoing() ? sinceBegan() : run.latest;
    },
    get now() {
      return isGoing() ? sinceBegan() : run.latest;
    },
    get isConnected() {
      return isGoing();
    },
    disconnect() {},
    stop() {
      isStopped = true;
      tap.close();
    },
    askAgain: () => askAgain(setup.trace),
  };
}
