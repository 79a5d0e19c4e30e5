/**
 * Says what runs, or ran last: one run, or one per path where they go side by side. What they are to play
 * was chosen elsewhere. Dispatches `change`, and `over` once nothing goes on any more.
 */
import type { LaneName } from "../../trace/run/records.ts";
import type { Run } from "../../trace/run/run.ts";
import type { LiveRun } from "./live-run.ts";

/** So often it is looked whether anything goes on, and drawn what grows by time alone. ms */
const HEARTBEAT = 200;

/** A record waits for others to be drawn with: server and lanes tell of one event apart. ms */
const GATHER = 40;

/** Where nothing is to move, records wait so many times as long, and so many beats are one drawing. */
const CALM = 5;

export class Runs extends EventTarget {
  /** They were begun together. */
  runs: readonly LiveRun[] = [];
  /** Lanes and log show this one. */
  shown = 0;
  /** It is kept if it was of the same script: a flip of a switch is a comparison. */
  before: Run | undefined;

  #isToDraw = false;
  #gathering: ReturnType<typeof setTimeout> | undefined;
  #calm = 1;
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

  isLaneConnected(lane: LaneName): boolean {
    return this.runs.some((run) => run.isConnected && run.run.lane(lane).isConnected);
  }

  show(index: number): void {
    this.shown = index;
    this.changed();
  }

  /** What was seen so far stays. */
  stop(): void {
    for (const run of this.runs) run.stop();
    this.changed();
  }

  /** The path that was shown stays shown. */
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

  /** A thousand records are one drawing; how a run ended waits for no others. */
  changed(): void {
    if (this.#isToDraw) return;
    if (this.isGoing) this.#gathering ??= setTimeout(() => this.#draw(), GATHER * this.#calm);
    else this.#draw();
  }

  #draw(): void {
    clearTimeout(this.#gathering);
    this.#gathering = undefined;
    this.#isToDraw = true;
    requestAnimationFrame(() => {
      this.#isToDraw = false;
      this.dispatchEvent(new Event("change"));
    });
  }

  #beat(): void {
    clearInterval(this.#heartbeat);
    let wasGoing = true;
    let beats = 0;
    this.#calm = matchMedia("(prefers-reduced-motion: reduce)").matches ? CALM : 1;
    this.#heartbeat = setInterval(() => {
      const isOver = wasGoing && !this.isGoing;
      wasGoing = this.isGoing;
      if (isOver) this.dispatchEvent(new Event("over"));
      if (isOver || !this.isConnected || ++beats % this.#calm === 0) this.changed();
      if (!this.isConnected) clearInterval(this.#heartbeat);
    }, HEARTBEAT);
  }
}

function samePath({ setup }: Run, other: Run | undefined): boolean {
  return JSON.stringify(setup.path) === JSON.stringify(other?.setup.path);
}
