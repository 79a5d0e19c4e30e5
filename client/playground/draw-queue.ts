/** Draws slow elements in turn, so that the streams keep the page's thread. */
import type { ReactiveControllerHost } from "lit";

/** What takes longer in one frame is drawn in a later one. ms */
const FRAME = 8;

/** Such drawing may take this share of the page's thread: the rest belongs to the streams. */
const SHARE = 0.4;

/** Lets elements draw themselves one after the other, so that under a flood no frame has to draw them all. */
class DrawQueue {
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

export const drawQueue = new DrawQueue();
