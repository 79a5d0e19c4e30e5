/** Draws an element anew when what it shows has changed; a slow one has to queue. */
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { drawQueue } from "./draw-queue.ts";
import { type Playground, playground } from "./playground.ts";

/** The longest drawing that does not queue. ms */
const QUICK = 1;

/**
 * Lets `host` follow `store`, which dispatches `change`: it is drawn anew whenever that has changed, while it
 * is on the page. Returns the store.
 */
export function follow<Store extends EventTarget>(
  host: ReactiveControllerHost,
  store: Store,
): Store {
  host.addController(new Follower(host, store));
  return store;
}

/** Lets `host` follow the page's one state. */
export function followPage(host: ReactiveControllerHost): Playground {
  return follow(host, playground);
}

class Follower implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #store: EventTarget;
  #began = 0;
  #took = 0; // ms, the last drawing

  constructor(host: ReactiveControllerHost, store: EventTarget) {
    this.#host = host;
    this.#store = store;
  }

  hostConnected(): void {
    this.#store.addEventListener("change", this.#changed);
  }

  hostDisconnected(): void {
    this.#store.removeEventListener("change", this.#changed);
    drawQueue.remove(this.#host);
  }

  hostUpdate(): void {
    this.#began = performance.now();
  }

  /** What the host's other controllers and its parts do for the same drawing counts too. */
  async hostUpdated(): Promise<void> {
    await this.#host.updateComplete;
    this.#took = performance.now() - this.#began;
  }

  readonly #changed = (): void => {
    if (this.#took < QUICK) this.#host.requestUpdate();
    else drawQueue.add(this.#host);
  };
}
