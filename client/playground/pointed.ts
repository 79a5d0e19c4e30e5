/** What somebody points at, in whichever view: each view shows it, and none knows the others. */
import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Pointing } from "../../trace/run/pointing.ts";
import { turns } from "./turns.ts";

export class Pointed extends EventTarget {
  #at: Pointing | null = null;

  get at(): Pointing | null {
    return this.#at;
  }

  /** @param at `null`: at nothing any more */
  point(at: Pointing | null): void {
    if (JSON.stringify(at) === JSON.stringify(this.#at)) return;
    this.#at = at;
    this.dispatchEvent(new Event("change"));
  }

  /** Somebody wants to read what the log says of it. */
  goTo(at: Pointing): void {
    this.point(at);
    this.dispatchEvent(new Event("go"));
  }
}

const pointed = new Pointed();

/** Draws its element anew whenever something else is pointed at. */
export class PointedController implements ReactiveController {
  readonly pointed: Pointed = pointed;
  readonly #host: ReactiveControllerHost;
  readonly #draw = (): void => turns.ask(this.#host);

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.pointed.addEventListener("change", this.#draw);
  }

  hostDisconnected(): void {
    this.pointed.removeEventListener("change", this.#draw);
  }
}
