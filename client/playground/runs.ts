/**
 * Says what runs, or ran last: one run, or one per path where they go side by side. What they are to play
 * was chosen elsewhere. Dispatches `change`, and `over` once nothing goes on any more.
 */
import type { LaneName } from "../../trace/run/records.ts";
import type { Run } from "../../trace/run/run.ts";
import type { LiveRun } from "./live-run.ts";

/** How often the page is drawn while anything is connected, for the figures that grow by time alone. ms */
const HEARTBEAT = 200;

export class Runs extends EventTarget {
  /** The runs that were begun together. */
  runs: readonly LiveRun[] = [];
  /** Which of the runs the lanes and the log show. */
  shown = 0;
  /** The run before the current one, if it was of the same script: a flip of a switch is a comparison. */
  before: Run | undefined;

  #frame = 0;
  #heartbeat: ReturnType<typeof setInterval> | undefined;

  get current(): LiveRun | undefined {
    return this.runs[this.shown];
  }

  get isGoing(): boolean {
    return this.runs.some((run) => run.isGoing);
  }

  get isConnected(): boolean {
    return this.runs.some((run) => run.isConnected);
  }

  /** Tells whether one lane is connected in what runs. */
  isLaneConnected(lane: LaneName): boolean {
    return this.runs.some((run) => run.isConnected && run.run.lane(lane).isConnected);
  }

  /** Lets the lanes and the log show another of the runs that go side by side. */
  show(index: number): void {
    this.shown = index;
    this.changed();
  }

  /** Closes what is open; what was seen so far stays. */
  stop(): void {
    for (const run of this.runs) run.stop();
    this.changed();
  }

  /** Puts these runs in the place of the last ones, and shows that on the path that was shown. */
  protected put(runs: readonly LiveRun[]): void {
    const last = this.current?.run;
    const [first, ...others] = runs;
    const isSameScript = first?.run.setup.script.text === last?.setup.script.text;
    this.runs = runs;
    this.shown = Math.max(
      0,
      runs.findIndex(({ run }) => samePath(run, last)),
    );
    this.before = others.length === 0 && isSameScript ? last : undefined;
    this.#beat();
    this.changed();
  }

  /** Dispatches `change`, at most once a frame: a thousand records are one drawing. */
  protected changed(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.dispatchEvent(new Event("change"));
    });
  }

  #beat(): void {
    clearInterval(this.#heartbeat);
    let wasGoing = true;
    this.#heartbeat = setInterval(() => {
      this.changed();
      if (wasGoing && !this.isGoing) this.dispatchEvent(new Event("over"));
      wasGoing = this.isGoing;
      if (!this.isConnected) clearInterval(this.#heartbeat);
    }, HEARTBEAT);
  }
}

function samePath({ setup }: Run, other: Run | undefined): boolean {
  return JSON.stringify(setup.path) === JSON.stringify(other?.setup.path);
}
