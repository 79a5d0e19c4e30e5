/** Keeps the answers that are being made, and for a while those that are over. */
import { Problem } from "../http/problem.ts";
import { KEEP_ANSWER, MAX_ANSWERS, MAX_ANSWERS_BYTES } from "../limits.ts";
import type { Answer } from "./answer.ts";
import type { WhyStopped } from "./chat-error.ts";

export class Answers {
  /** The answers stand here by id; the oldest comes first. */
  readonly #answers = new Map<string, Answer>();
  readonly #running = new Set<Answer>();

  /** @throws Problem 429 where so many are being made that no more may be */
  checkRoom(): void {
    if (this.#running.size < MAX_ANSWERS) return;
    const what = `${MAX_ANSWERS} answers are being made, and no more may be`;
    throw new Problem(429, "too-many-answers", `${what}; stop some, or ask again later`);
  }

  add(answer: Answer): void {
    this.#answers.set(answer.id, answer);
    this.#running.add(answer);
    this.#makeRoom();
    answer.over.then(() => {
      this.#running.delete(answer);
      this.#makeRoom();
    });
  }

  /** The answer of that id, unless it has been over for too long. */
  find(id: string): Answer | undefined {
    this.#makeRoom();
    return this.#answers.get(id);
  }

  stop(why: WhyStopped): void {
    for (const answer of this.#running) answer.stop(why);
  }

  /** Forgets the answers that have been over for too long, and where that is not enough the oldest that are over. */
  #makeRoom(): void {
    const stale = performance.now() - KEEP_ANSWER;
    let bytes = 0;
    for (const answer of this.#answers.values()) bytes += answer.bytes;
    for (const { id, overAt, bytes: ofThis } of this.#answers.values()) {
      const fits = this.#answers.size <= MAX_ANSWERS && bytes <= MAX_ANSWERS_BYTES;
      if (overAt === null || (fits && overAt > stale)) continue;
      this.#answers.delete(id);
      bytes -= ofThis;
    }
  }
}
