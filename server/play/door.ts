/**
 * The server's door: closed, it cuts what is open and listens no more, for everybody, and opens again
 * by itself in the same place. To a browser that is a server that died and was started again, but the
 * server's counts and records are kept.
 */
import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as after } from "node:timers/promises";
import type { DoorFault, EndReason } from "../../trace/run/records.ts";
import { Problem } from "../http/problem.ts";
import { DOOR_RETRY } from "../limits.ts";
import type { Tap } from "../tap/tap.ts";

export class Door {
  readonly #server: Server;
  readonly #tap: Tap;
  readonly #endStreams: (reason: EndReason) => Promise<void>;
  /** The server stops for good. */
  readonly #leaving = new AbortController();
  #isClosing = false;

  constructor(server: Server, tap: Tap, endStreams: (reason: EndReason) => Promise<void>) {
    this.#server = server;
    this.#tap = tap;
    this.#endStreams = endStreams;
  }

  /**
   * Closes the door once whoever asked for it has the answer.
   * @param trace the trace of whoever asked; null where it named none
   * @throws Problem 409 where it is closing already
   */
  close(fault: DoorFault, trace: string | null, answered: Promise<void>): void {
    const place = this.#server.address();
    if (this.#isClosing || place === null || typeof place === "string") {
      throw new Problem(
        409,
        "door-closed",
        "the door is being closed already; wait until it opens",
      );
    }
    this.#isClosing = true;
    answered.then(() => this.#closeFor(fault, trace, place));
  }

  stayClosed(): void {
    this.#leaving.abort();
  }

  async #closeFor(fault: DoorFault, trace: string | null, place: AddressInfo): Promise<void> {
    const { ms } = fault;
    this.#tap.door((whose) => ({ kind: "door-closed", ms, ours: whose === trace }));
    await this.#endStreams({ why: "fault", fault });
    this.#server.close();
    this.#server.closeAllConnections();
    await this.#pause(ms);
    await this.#open(place);
  }

  async #open({ port, address: host }: AddressInfo): Promise<void> {
    while (!this.#leaving.signal.aborted) {
      this.#server.listen({ port, host });
      try {
        await once(this.#server, "listening");
        this.#isClosing = false;
        return this.#tap.door(() => ({ kind: "door-open" }));
      } catch {
        await this.#pause(DOOR_RETRY); // another program has taken the port meanwhile
      }
    }
  }

  /** Cut short where the server stops for good. */
  async #pause(ms: number): Promise<void> {
    await after(ms, undefined, { signal: this.#leaving.signal }).catch(() => {});
  }
}
