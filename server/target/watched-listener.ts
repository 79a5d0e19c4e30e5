/** One listener of the list of what passes through the target proxy: the whole list, again after a change, not too often. */
import type { FastifyReply } from "fastify";
import { encodeEvent } from "../../protocol/event-stream/encoder.ts";
import { WATCHED_EVERY } from "../limits.ts";
import { Wire } from "../wire/wire.ts";
import type { Watched } from "./watched.ts";

/** Between two lists where nothing changes: a sign of life, and the server's time. ms */
const ALIVE_EVERY = 2000;

export class WatchedListener {
  readonly #wire: Wire;
  readonly #watched: Watched;
  readonly #forget: () => void;
  #timer: NodeJS.Timeout | undefined;
  #isSoon = false;
  #isHeldBack = false;

  constructor(reply: FastifyReply, watched: Watched) {
    this.#watched = watched;
    this.#wire = new Wire(reply, {
      drain: () => {
        this.#isHeldBack = false;
      },
      leave: () => this.#letGo(),
    });
    this.#wire.head(200, [
      ["Content-Type", "text/event-stream"],
      ["Cache-Control", "no-cache, no-transform"], // whatever lies between must not hold it back
      ["X-Accel-Buffering", "no"],
    ]);
    this.#forget = watched.onChange(() => this.#tellSoon());
    this.#tell();
  }

  /** Settles when the listener has it all, or is gone. */
  get closed(): Promise<void> {
    return this.#wire.closed;
  }

  end(): void {
    this.#letGo();
    this.#wire.end();
  }

  #letGo(): void {
    clearTimeout(this.#timer);
    this.#forget();
  }

  #tellSoon(): void {
    if (this.#isSoon || this.#wire.isGone) return;
    this.#isSoon = true;
    this.#tellIn(WATCHED_EVERY);
  }

  #tellIn(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#tell(), ms).unref();
  }

  /** One that reads slowly is told the state as it is then, not all that lay between. */
  #tell(): void {
    this.#isSoon = false;
    if (this.#wire.isGone) return;
    if (!this.#isHeldBack) {
      const event = encodeEvent({ data: JSON.stringify(this.#watched.list) });
      this.#isHeldBack = !this.#wire.write(event);
    }
    this.#tellIn(ALIVE_EVERY);
  }
}
