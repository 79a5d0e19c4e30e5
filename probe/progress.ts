/** One line that tells on a terminal how far it is, and makes way for every row of the log; none in a pipe. */
import type { Run } from "../trace/run/run.ts";
import type { Out } from "./terminal-text.ts";
import { texts } from "./texts.ts";

const EACH = 250; // ms between two lines

export class Progress {
  readonly #stream: Out;
  #timer: NodeJS.Timeout | undefined;
  #isShown = false;

  constructor(stream: Out) {
    this.#stream = stream;
  }

  watch(run: Run): void {
    if (!this.#stream.isTTY) return;
    clearInterval(this.#timer);
    const began = performance.now();
    this.#timer = setInterval(() => {
      const { reception } = run.lane("fetch").attempts.at(-1) ?? {};
      const { arrived = [], bytes = 0 } = reception ?? {};
      this.clear();
      this.#stream.write(texts.progress(performance.now() - began, arrived.length, bytes));
      this.#isShown = true;
    }, EACH);
  }

  clear(): void {
    if (this.#isShown) this.#stream.write("\r\u001b[K");
    this.#isShown = false;
  }

  end(): void {
    clearInterval(this.#timer);
    this.clear();
  }
}
