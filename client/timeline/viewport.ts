/** Says what part of a run is looked at: all of it, also while it grows, until somebody zooms in. */
import type { Run } from "../../trace/run/run.ts";
import { createScale, type Scale, type Span } from "./scale.ts";

export class Viewport {
  readonly #changed: () => void;
  /** `null` shows the whole run. */
  #view: Span | null = null;
  #run: Run | undefined;
  #asked = 0; // ms
  #whole = 1; // ms
  #scale = createScale({ from: 0, until: 1 }, 0, 1);

  /** `changed` is called when something else is looked at. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get isWhole(): boolean {
    return this.#view === null;
  }

  /** The run has lasted `whole` ms. Another run is shown whole. What was `asked` for behind that stays to be seen. */
  scaleFor(run: Run, whole: number, left: number, right: number, asked = 0): Scale {
    if (run !== this.#run) {
      this.#view = null;
      this.#asked = 0;
    }
    this.#run = run;
    this.#asked = Math.max(this.#asked, asked);
    this.#whole = Math.max(whole, this.#asked);
    this.#scale = createScale(this.#view ?? { from: 0, until: this.#whole }, left, right);
    return this.#scale;
  }

  /** It shows `factor` times as much; the time at `x` px, or in the middle, keeps its place. */
  zoom(factor: number, x = (this.#scale.left + this.#scale.right) / 2): void {
    this.#look(zoomed(this.#scale, factor, this.#scale.at(x), this.#whole));
  }

  pan(by: number): void {
    this.#look(panned(this.#scale, this.#scale.at(0) - this.#scale.at(by), this.#whole));
  }

  /** It goes on by a `share` of what is shown; a positive one leads to later. */
  step(share: number): void {
    this.pan(share * (this.#scale.left - this.#scale.right));
  }

  showAll(): void {
    this.#view = null;
    this.#changed();
  }

  /** A pinch zooms and moves before either is drawn: each goes on from the other. */
  #look(view: Span): void {
    this.#view = view.until - view.from < this.#whole ? view : null;
    this.#scale = createScale(view, this.#scale.left, this.#scale.right);
    this.#changed();
  }
}

/** The page's clocks do not tell much less apart. ms */
const SHORTEST = 10;

/** Within a run of `whole` ms the span becomes `factor` times as long; the time `at` keeps its place. */
export function zoomed({ from, until }: Span, factor: number, at: number, whole: number): Span {
  const length = Math.max((until - from) * factor, Math.min(SHORTEST, whole));
  const before = ((at - from) / (until - from)) * length;
  return within({ from: at - before, until: at - before + length }, whole);
}

/** Within a run of `whole` ms the span moves `by` ms: later if positive. */
export function panned({ from, until }: Span, by: number, whole: number): Span {
  return within({ from: from + by, until: until + by }, whole);
}

function within({ from, until }: Span, whole: number): Span {
  const length = Math.min(until - from, whole);
  const begin = Math.min(Math.max(from, 0), whole - length);
  return { from: begin, until: begin + length };
}
