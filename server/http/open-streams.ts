/** The streams that are open now: so many and no more, and all of them end when the server stops. */
import { Problem } from "./problem.ts";

interface OpenStream {
  readonly closed: Promise<void>;
}

export class OpenStreams<Stream extends OpenStream> {
  readonly #streams = new Set<Stream>();
  readonly #most: number;
  readonly #what: string;

  /** @param what as people call them, for the problem when there are too many */
  constructor(what: string, most: number) {
    this.#what = what;
    this.#most = most;
  }

  /** @throws Problem 429 where no more may be opened */
  checkRoom(): void {
    if (this.#streams.size < this.#most) return;
    const what = `${this.#most} ${this.#what} are open, and no more may be`;
    throw new Problem(429, "too-many-streams", `${what}; close some, or ask again later`);
  }

  add(stream: Stream): void {
    this.#streams.add(stream);
    stream.closed.then(() => this.#streams.delete(stream));
  }

  /** Ends each one. Settles when all are closed. */
  async endAll(end: (stream: Stream) => void): Promise<void> {
    const streams = [...this.#streams];
    for (const stream of streams) end(stream);
    await Promise.all(streams.map(({ closed }) => closed));
  }
}
