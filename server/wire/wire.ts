/**
 * Sends a response as bytes on a socket. This alone touches Node's raw response: what is handed to `write` leaves at
 * once and by itself, as one chunk of the body, whatever the framework would do.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { FastifyBaseLogger, FastifyReply } from "fastify";
import type { Header } from "../../protocol/script/action.ts";
import { isProtection } from "../http/protection.ts";
import { KEEP_ALIVE_TIMEOUT, UNREAD_PATIENCE } from "../limits.ts";
import { everybody, type Reader } from "./waiting.ts";

interface WireHandlers {
  /** The socket takes more again. */
  drain?(): void;
  /** The client closed the connection before the response ended. */
  leave(): void;
  /** The client did not read, and is cut: so many bytes waited for it. `leave` comes after. */
  unread?(waiting: number): void;
}

export class Wire implements Reader {
  readonly #request: IncomingMessage;
  readonly #response: ServerResponse;
  /** The headers that plugins and hooks have set. */
  readonly #headers: readonly Header[];
  readonly #log: FastifyBaseLogger;
  readonly #patience: number;
  readonly #on: WireHandlers;

  /**
   * Takes a reply over from Fastify; the headers that its plugins and hooks set (CORS) stay.
   * @param patience with a reader that takes nothing, ms
   */
  constructor(reply: FastifyReply, on: WireHandlers, patience = UNREAD_PATIENCE) {
    this.#log = reply.request.log;
    this.#patience = patience;
    this.#on = on;
    this.#headers = Object.entries(reply.getHeaders()).map(([name, value]) => [name, `${value}`]);
    reply.hijack();
    this.#request = reply.request.raw;
    this.#response = reply.raw;
    this.#request.socket.setNoDelay(true);
    this.#response.on("drain", () => {
      this.#isRead();
      on.drain?.();
    });
    // Node emits it only where the socket took nothing in all the time.
    this.#response.on("timeout", () => this.drop(this.#response.writableLength));
    // A client that left while the script was still being read has no "close" to come.
    if (this.#response.destroyed) queueMicrotask(on.leave);
    this.#response.once("close", () => {
      everybody.reads(this);
      if (!this.#response.writableEnded) on.leave();
    });
  }

  /** Nothing can be written any more: the client closed the connection. */
  get isGone(): boolean {
    return this.#response.destroyed;
  }

  /** Settles when nothing more can leave: all was sent, or the connection is gone. */
  get closed(): Promise<void> {
    const response = this.#response;
    if (response.closed) return Promise.resolve();
    return new Promise((resolve) => response.once("close", resolve));
  }

  /**
   * Sends the response head.
   * @param flush whether it leaves now; otherwise with the first byte of the body
   * @returns the header fields as they are sent
   */
  head(status: number, headers: Iterable<Header>, flush = true): Header[] {
    const response = this.#response;
    const hasBody = this.#request.method !== "HEAD" && status !== 204 && status !== 304;
    const isChunked = hasBody && response.useChunkedEncodingByDefault;
    const staysOpen = response.shouldKeepAlive && (isChunked || !hasBody);
    const fields = new Map<string, Header>();
    const set = (name: string, value: string) => {
      fields.set(name.toLowerCase(), [name, asSent(value)]);
    };
    const kept = this.#headers.filter(([name]) => isProtection(name));
    for (const [name, value] of [...this.#headers, ...headers, ...kept]) set(name, value);
    // Node would add these by itself, where nobody could read them.
    if (!fields.has("date")) set("Date", new Date().toUTCString());
    if (isChunked) set("Transfer-Encoding", "chunked");
    set("Connection", staysOpen ? "keep-alive" : "close");
    if (staysOpen) set("Keep-Alive", `timeout=${KEEP_ALIVE_TIMEOUT / 1000}`);
    response.writeHead(status, [...fields.values()].flat());
    // As flushHeaders(), which would encode the head as UTF-8 once more.
    if (flush) response.write("", "latin1");
    this.#sendNow();
    return [...fields.values()].map(([name, value]) => [name, asText(value)]);
  }

  /**
   * Hands bytes to the socket as one write, now.
   * @returns false where the socket holds them back: go on after `drain`
   */
  write(bytes: Uint8Array): boolean {
    const taken = this.#response.write(bytes);
    this.#sendNow();
    if (!taken) this.#waits();
    return taken;
  }

  end(): void {
    this.#response.end();
    if (!this.#response.writableFinished) this.#waits();
  }

  /** Cuts the connection by FIN or RST after what was written, without a proper end of the body. */
  cut(how: "fin" | "reset"): void {
    const { socket } = this.#request;
    if (how === "fin") socket.destroySoon();
    else socket.write("", () => socket.resetAndDestroy()); // comes after what still waits
  }

  /** Cuts a client that does not read, at once: what waits for it is lost. */
  drop(waiting: number): void {
    if (this.#response.closed) return;
    this.#log.warn({ waiting }, "a client did not read what waited for it, and is cut");
    this.#on.unread?.(waiting);
    this.#request.socket.resetAndDestroy();
  }

  #waits(): void {
    if (this.#response.closed) return;
    this.#request.socket.setTimeout(this.#patience);
    everybody.waits(this, this.#response.writableLength);
  }

  #isRead(): void {
    this.#request.socket.setTimeout(0);
    everybody.reads(this);
  }

  /** Node would keep all writes of one turn together. */
  #sendNow(): void {
    this.#response.socket?.uncork();
  }
}

/** A header's value as UTF-8 on the wire, which Node wants one character a byte. */
function asSent(value: string): string {
  const bytes = Buffer.from(value, "utf8").toString("latin1");
  // An id that a script repeats may hold control characters, a header can't.
  return bytes.replace(/[^\t\x20-\x7e\x80-\xff]/g, "?");
}

/** Returns what a header that came as UTF-8 says; Node shows one character a byte. */
export function asText(value: string): string {
  return Buffer.from(value, "latin1").toString("utf8");
}
