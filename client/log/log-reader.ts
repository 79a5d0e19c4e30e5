/** Reads a run's records into the log slice by slice, so that the page never stops. */
import { Log, type LogView } from "../../trace/log/log.ts";
import type { Run } from "../../trace/run/run.ts";

/** About as many records fit into the time of a frame. */
const SLICE = 1500;

/**
 * Reads on in the log that it read last while its run goes on, or begins another one where that will not do.
 */
export class LogReader {
  readonly #caughtUp: () => void;
  #log: Log | undefined;
  #wasGoing = false;
  /** The log has not been told up to now since it was begun. */
  #isNew = false;
  #later: ReturnType<typeof setTimeout> | undefined;

  /** `caughtUp` is called when a log that was behind has been read to its end. */
  constructor(caughtUp: () => void) {
    this.#caughtUp = caughtUp;
  }

  /** The log is told up to now, or soon will be; while it is paused its new rows wait. */
  read(run: Run, view: LogView, now: { isGoing: boolean; isPaused: boolean }): Log {
    const known = this.#log;
    // What a sentence says may have changed since it was searched: once, at the end, all are searched again.
    const isOutdated = view.filter.isSought !== null && this.#wasGoing && !now.isGoing;
    this.#wasGoing = now.isGoing;
    const goesOn = known?.run === run && sameView(known.view, view) && !isOutdated;
    const log = goesOn ? known : new Log(run, view);
    this.#log = log;
    this.#isNew ||= log !== known;
    this.#readOn(log);
    if (!now.isPaused || this.#isNew) log.show();
    this.#isNew &&= log.isBehind;
    return log;
  }

  /** Reads the rest in tasks of their own: a hundred thousand records at once would stop the page. */
  #readOn(log: Log): void {
    log.read(SLICE);
    if (!log.isBehind || this.#later !== undefined) return;
    this.#later = setTimeout(() => {
      this.#later = undefined;
      if (log !== this.#log) return;
      this.#readOn(log);
      if (!log.isBehind) this.#caughtUp();
    });
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
