import type { ReactiveController, ReactiveControllerHost } from "lit";
import { type Playground, playground } from "./playground.ts";

/** Draws its element anew whenever the playground changed: subscribes on connect, lets go on disconnect. */
export class PlaygroundController implements ReactiveController {
  readonly playground: Playground = playground;
  readonly #host: ReactiveControllerHost;
  readonly #draw = (): void => this.#host.requestUpdate();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.playground.addEventListener("change", this.#draw);
  }

  hostDisconnected(): void {
    this.playground.removeEventListener("change", this.#draw);
  }
}
