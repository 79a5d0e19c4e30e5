import { Log, type LogView } from "../../trace/log.ts";
import type { Run } from "../../trace/run.ts";

/** Reads on in the log that it read last, or begins another one where that will not do. */
export class LogReader {
  #log: Log | undefined;
  #wasGoing = false;

  /** The log of `run` seen so, told up to now; while it is paused its new rows wait. */
  read(run: Run, view: LogView, now: { isGoing: boolean; isPaused: boolean }): Log {
    const known = this.#log;
    // What a sentence says may have changed since it was searched: once, at the end, all are searched again.
    const isOutdated = view.filter.pattern !== null && this.#wasGoing && !now.isGoing;
    this.#wasGoing = now.isGoing;
    const goesOn = known?.run === run && sameView(known.view, view) && !isOutdated;
    const log = goesOn ? known : new Log(run, view);
    log.read();
    if (!now.isPaused || log !== known) log.show();
    this.#log = log;
    return log;
  }
}

function sameView(one: LogView, other: LogView): boolean {
  return (
    one.depth === other.depth &&
    one.filter === other.filter &&
    one.cleared === other.cleared &&
    one.lanes.join() === other.lanes.join()
  );
}
