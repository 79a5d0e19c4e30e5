import type { ReactiveController, ReactiveControllerHost } from "lit";
import { type Playground, playground } from "./playground.ts";

/** Of the page's thread an element takes at most this share to draw itself: under a flood it draws less often. */
const SHARE = 0.2;

/** What is drawn faster than this is drawn with every change. ms */
const QUICK = 2;

/** Draws its element anew when the playground changed: subscribes on connect, lets go on disconnect. */
export class PlaygroundController implements ReactiveController {
  readonly playground: Playground = playground;
  readonly #host: ReactiveControllerHost;
  #began = 0;
  #took = 0; // ms, the last drawing
  #waits: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.playground.addEventListener("change", this.#changed);
  }

  hostDisconnected(): void {
    this.playground.removeEventListener("change", this.#changed);
    clearTimeout(this.#waits);
    this.#waits = undefined;
  }

  hostUpdate(): void {
    this.#began = performance.now();
  }

  /** Counts what the host's other controllers and its parts do for the same drawing too. */
  async hostUpdated(): Promise<void> {
    await this.#host.updateComplete;
    this.#took = performance.now() - this.#began;
  }

  /** Each slow element waits in a task of its own, so that their drawings do not add up to one long one. */
  readonly #changed = (): void => {
    if (this.#waits !== undefined) return;
    const rests = this.#took < QUICK ? 0 : this.#began + this.#took / SHARE - performance.now();
    if (rests <= 0) this.#host.requestUpdate();
    else this.#waits = setTimeout(this.#drawLate, rests);
  };

  readonly #drawLate = (): void => {
    this.#waits = undefined;
    this.#host.requestUpdate();
  };
}
