/** The order in which elements are drawn under a flood. */
import type { ReactiveControllerHost } from "lit";

/** How long the drawing of one frame may take; what is left is drawn in a later one. ms */
const FRAME = 8;

/** The share of the page's thread that such drawing may take: the rest belongs to the streams. */
const SHARE = 0.4;

/** Lets elements draw themselves one after the other, so that under a flood no frame has to draw them all. */
class DrawQueue {
  /** The elements that are still to be drawn, in their order. */
  readonly #waiting = new Set<ReactiveControllerHost>();
  #goesOn = false;

  add(host: ReactiveControllerHost): void {
    this.#waiting.add(host);
    if (!this.#goesOn) void this.#draw();
  }

  remove(host: ReactiveControllerHost): void {
    this.#waiting.delete(host);
  }

  async #draw(): Promise<void> {
    this.#goesOn = true;
    const began = performance.now();
    for (const host of this.#waiting) {
      this.#waiting.delete(host);
      host.requestUpdate();
      await host.updateComplete;
      const took = performance.now() - began;
      if (took < FRAME) continue;
      setTimeout(() => requestAnimationFrame(() => this.#draw()), took / SHARE - took);
      return;
    }
    this.#goesOn = false;
  }
}

/** The one order in which this page's elements are drawn. */
export const drawQueue = new DrawQueue();
