/** Says which attempt of its client a request is. Counts are bounded, and lost on a restart. */
import { MAX_CLIENTS } from "../limits.ts";

export class Attempts {
  /** The attempts are counted by trace and lane; the client that asked least lately comes first. */
  readonly #counts = new Map<string, number>();

  /** Returns how many requests of a client were counted; 0 for one that is not known. */
  of(trace: string, lane: string): number {
    return this.#counts.get(`${trace} ${lane}`) ?? 0;
  }

  lanesOf(trace: string): string[] {
    const clients = [...this.#counts.keys()].map((client) => client.split(" "));
    return clients.flatMap(([whose, lane = ""]) => (whose === trace ? [lane] : []));
  }

  /** Counts a request of a client (one trace and lane) that reached the player; the first is 1. */
  next(trace: string, lane: string): number {
    const client = `${trace} ${lane}`;
    const attempt = (this.#counts.get(client) ?? 0) + 1;
    this.#counts.delete(client);
    this.#counts.set(client, attempt);
    for (const oldest of this.#counts.keys()) {
      if (this.#counts.size <= MAX_CLIENTS) break;
      this.#counts.delete(oldest);
    }
    return attempt;
  }
}
