import type { ReactiveController, ReactiveControllerHost } from "lit";
import { recall, remember } from "../playground/memory.ts";
import { playground } from "../playground/playground.ts";

/** Sound is off until somebody asks for it, which is remembered. What makes it comes in a chunk of its own. */
export class Sound implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #isOn = recall("sound") === "on";
  #stop: (() => void) | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get isOn(): boolean {
    return this.#isOn;
  }

  hostConnected(): void {
    if (this.#isOn) void this.#begin();
  }

  hostDisconnected(): void {
    this.#end();
  }

  toggle(): void {
    this.#isOn = !this.#isOn;
    remember("sound", this.#isOn ? "on" : "off");
    if (this.#isOn) void this.#begin();
    else this.#end();
    this.#host.requestUpdate();
  }

  async #begin(): Promise<void> {
    try {
      const { tickAtArrivals } = await import("./ticks.ts");
      if (this.#isOn) this.#stop ??= tickAtArrivals(playground);
    } catch {
      this.#isOn = false; // the switch says so; it can be asked for again
      this.#host.requestUpdate();
    }
  }

  #end(): void {
    this.#stop?.();
    this.#stop = undefined;
  }
}
