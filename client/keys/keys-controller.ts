import type { ReactiveController, ReactiveControllerHost } from "lit";
import { type NamedKey, tellKeys } from "./keys.ts";

/** Lets the sheet show the keys of a part that listens to them itself, for as long as the part is there. */
export class PartKeys implements ReactiveController {
  readonly #where: string;
  readonly #keys: readonly NamedKey[];
  #forget: (() => void) | undefined;

  constructor(host: ReactiveControllerHost, where: string, keys: readonly NamedKey[]) {
    this.#where = where;
    this.#keys = keys;
    host.addController(this);
  }

  hostConnected(): void {
    this.#forget = tellKeys(this.#where, this.#keys);
  }

  hostDisconnected(): void {
    this.#forget?.();
  }
}
