import type { ReactiveController, ReactiveControllerHost } from "lit";
import { drawQueue } from "./draw-queue.ts";
import { type Playground, playground } from "./playground.ts";

/** What is drawn faster than this need not wait for its turn. ms */
const QUICK = 1;

/** Draws its element anew when the playground changed: subscribes on connect, lets go on disconnect. */
export class PlaygroundController implements ReactiveController {
  readonly playground: Playground = playground;
  readonly #host: ReactiveControllerHost;
  #began = 0;
  #took = 0; // ms, the last drawing

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.playground.addEventListener("change", this.#changed);
  }

  hostDisconnected(): void {
    this.playground.removeEventListener("change", this.#changed);
    drawQueue.remove(this.#host);
  }

  hostUpdate(): void {
    this.#began = performance.now();
  }

  /** Counts what the host's other controllers and its parts do for the same drawing too. */
  async hostUpdated(): Promise<void> {
    await this.#host.updateComplete;
    this.#took = performance.now() - this.#began;
  }

  readonly #changed = (): void => {
    if (this.#took < QUICK) this.#host.requestUpdate();
    else drawQueue.add(this.#host);
  };
}
