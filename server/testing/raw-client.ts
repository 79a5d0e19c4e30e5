/** A client for tests that sees what the socket sees: raw bytes, and how the connection ended. */
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import type { TestContext } from "node:test";

const PATIENCE = 20_000; // ms for one piece of data

export class RawClient {
  readonly socket: Socket;
  /** How the server closed the connection. */
  readonly ended: Promise<"fin" | "reset">;
  #received = "";

  constructor(t: TestContext, port: number, request: string) {
    this.socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
    this.socket.setEncoding("latin1");
    this.socket.on("data", (data) => {
      this.#received += data;
    });
    this.ended = new Promise((resolve) => {
      this.socket.once("end", () => resolve("fin"));
      this.socket.once("error", () => resolve("reset"));
    });
    this.socket.write(request.replaceAll("\n", "\r\n"));
    t.after(() => this.socket.destroy());
  }

  /** Has everything that came so far, one character a byte. */
  get received(): string {
    return this.#received;
  }

  get head(): string {
    return this.#received.slice(0, this.#received.indexOf("\r\n\r\n"));
  }

  /** Has the chunks of the chunked bodies so far, the last one (empty) included. */
  get chunks(): string[] {
    const chunks: string[] = [];
    let at = this.#received.indexOf("\r\n\r\n") + 4;
    for (;;) {
      const lineEnd = this.#received.indexOf("\r\n", at);
      const size = Number.parseInt(this.#received.slice(at, lineEnd), 16);
      const end = lineEnd + 2 + size;
      if (lineEnd === -1 || end + 2 > this.#received.length) return chunks;
      chunks.push(this.#received.slice(lineEnd + 2, end));
      if (size === 0) return chunks;
      at = end + 2;
    }
  }

  async untilMore(): Promise<void> {
    await once(this.socket, "data", { signal: AbortSignal.timeout(PATIENCE) });
  }

  /** Waits until a text has arrived. Rejects when the connection ends without it, or nothing comes. */
  async until(text: string): Promise<void> {
    const gone = this.ended.then((how) => [how]);
    while (!this.#received.includes(text)) {
      const signal = AbortSignal.timeout(PATIENCE);
      const data = once(this.socket, "data", { signal }).catch(({ name }: Error) => [name]);
      const [how] = await Promise.race([data, gone]);
      if (["fin", "reset", "AbortError"].includes(how) && !this.#received.includes(text)) {
        throw new Error(`${how} before ${JSON.stringify(text)}, after ${this.#received}`);
      }
    }
  }
}
