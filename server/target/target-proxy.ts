/**
 * The proxy in front of a stranger's server. What is asked here goes to the target as it stands, and the answer comes
 * back as it comes: nothing is collected, decoded or encoded, no time limit is ours, and whoever reads slowly is waited
 * for. A client that leaves is gone for the target at once, and a cut stays a cut. What passes is told to `watched`.
 *
 * On loopback alone, whatever HOST says: whoever reaches it reaches the target.
 */
import { once } from "node:events";
import {
  type ClientRequest,
  createServer,
  type IncomingMessage,
  request,
  type Server,
  type ServerResponse,
} from "node:http";
import { request as requestTls } from "node:https";
import { connect, type Socket } from "node:net";
import { type Duplex, pipeline } from "node:stream";
import { pipeline as passOn } from "node:stream/promises";
import { connect as connectTls } from "node:tls";
import type { FastifyBaseLogger } from "fastify";
import type { Header } from "../../protocol/script/action.ts";
import { askPath } from "../../trace/run/passing.ts";
import { ASK_HEADER, type Ask, askedHeaders, readAsk } from "../http/asks.ts";
import { answerClientError, answerOnSocket } from "../http/error-handlers.ts";
import { hostnameOf, isOwnHost } from "../http/origins.ts";
import { PROBLEM_TYPE, Problem } from "../http/problem.ts";
import { sandboxed } from "../http/protection.ts";
import {
  KEEP_ALIVE_TIMEOUT,
  MAX_TARGET_CONNECTIONS,
  MAX_TARGET_HEAD_BYTES,
  REQUEST_CHECK,
  REQUEST_TIMEOUT,
} from "../limits.ts";
import { askAgain, type Repeatable, withoutCoding } from "./ask-again.ts";
import { toClient, toPage, toTarget, upgradeHead } from "./heads.ts";
import type { Target } from "./settings.ts";
import { codeOf, whyNotAsked } from "./trouble.ts";
import { Watched } from "./watched.ts";
import { WatchedAnswer } from "./watched-answer.ts";

const LOOPBACK = ["127.0.0.1", "::1"];

const HEAD_TOO_LARGE = new Problem(
  431,
  "head-too-large",
  `the request's head has more than ${MAX_TARGET_HEAD_BYTES} bytes; send fewer or shorter headers`,
);

export class TargetProxy {
  readonly watched: Watched;
  readonly #target: Target;
  readonly #url: URL;
  readonly #servers: Server[] = [];
  /** Connections that have changed their protocol: no server knows them any more. */
  readonly #upgraded = new Set<Duplex>();
  /** What is asked for once more. */
  readonly #repeats = new Set<ClientRequest>();
  #port: number;
  #log: FastifyBaseLogger | null = null;

  constructor(target: Target) {
    this.watched = new Watched(target);
    this.#target = target;
    this.#url = new URL(target.origin);
    this.#port = target.port;
  }

  /**
   * Listens on loopback, whatever of it there is.
   * @param log where it says what people should know of
   * @returns the port
   * @throws Error whose message is one line, where the port is taken
   */
  async listen(log: FastifyBaseLogger | null = null): Promise<number> {
    this.#log = log;
    for (const host of LOOPBACK) {
      const server = this.#server();
      try {
        await once(server.listen({ host, port: this.#port }), "listening");
      } catch (error) {
        const code = codeOf(error);
        if (host !== "127.0.0.1" && code !== "EADDRINUSE") break; // there is no ::1
        await this.close();
        throw new Error(explain(code, this.#port), { cause: error });
      }
      this.#servers.push(server);
      const address = server.address();
      if (typeof address === "object" && address !== null) this.#port = address.port;
    }
    log?.info(
      `the target proxy listens at http://localhost:${this.#port}, before ${this.#target.origin}`,
    );
    return this.#port;
  }

  /** Passes what the page asks through a server of ours that stands in this process. `path`: as the target knows it */
  ask(asked: IncomingMessage, response: ServerResponse, ask: Ask, path: string): void {
    asked.url = path;
    this.#pass(asked, response, ask);
  }

  /** Cuts what passes: its end is not ours to make up. */
  async close(): Promise<void> {
    for (const open of [...this.#upgraded, ...this.#repeats]) open.destroy();
    await Promise.all(
      this.#servers.map((server) => {
        server.closeAllConnections();
        return new Promise((resolve) => server.close(resolve));
      }),
    );
  }

  #server(): Server {
    const server = createServer({
      maxHeaderSize: MAX_TARGET_HEAD_BYTES,
      headersTimeout: REQUEST_TIMEOUT,
      requestTimeout: 0, // how long a body takes is the client's affair, and the target's
      connectionsCheckingInterval: REQUEST_CHECK,
      keepAliveTimeout: KEEP_ALIVE_TIMEOUT,
    });
    server.maxConnections = MAX_TARGET_CONNECTIONS;
    server.on("request", (asked, response) => this.#pass(asked, response));
    // `100 Continue` is the target's to say.
    server.on("checkContinue", (asked, response) => this.#pass(asked, response));
    server.on("upgrade", (asked, socket, head) => this.#upgrade(asked, socket, head));
    server.on("clientError", (error: Error & { code?: string }, socket) => {
      if (error.code === "HPE_HEADER_OVERFLOW") answerOnSocket(HEAD_TOO_LARGE, socket);
      else answerClientError(error, socket);
    });
    return server;
  }

  /** @param ask who asks, where that is our own page */
  #pass(
    asked: IncomingMessage,
    response: ServerResponse,
    ask = readAsk(asked.headers[ASK_HEADER]),
  ): void {
    const stranger = this.#strangerIn(asked);
    if (stranger !== null) {
      answer(response, stranger);
      return;
    }
    const watch = new WatchedAnswer(this.watched, asked, ask);
    const { method = "GET", url = "/" } = asked;
    const fields = toTarget(asked, this.#url.host, (host) => ask !== null || this.#isOurs(host));
    const onward = this.#ask(method, { url, fields });
    if (method === "GET" && !hasBody(asked)) this.#mayRepeat(watch, asked, ask, { url, fields });
    const ours = ask === null ? undefined : askedHeaders(asked.headers);
    let hasAnswer = false;

    response.on("close", () => {
      if (response.writableFinished) return;
      watch.end({ why: "left" });
      onward.destroy();
    });
    onward.on("continue", () => response.writeContinue());
    onward.on("response", (came) => {
      hasAnswer = true;
      void this.#answer(came, asked, response, ask, watch);
    });
    onward.on("error", (error) => {
      if (hasAnswer || response.destroyed) return;
      const code = codeOf(error);
      const problem = whyNotAsked(code, this.#target.origin);
      if (problem === null) {
        watch.end({ why: "target-cut", code });
        asked.socket.destroy();
      } else {
        watch.down(problem.statusCode, code);
        answer(response, problem, ours);
      }
    });
    // Not by `pipeline`: a target may answer, and close, before it has the whole body.
    asked.on("error", () => onward.destroy());
    onward.on("close", () => asked.unpipe(onward).resume());
    if (hasBody(asked)) onward.write("", "latin1"); // its head leaves before its body
    asked.pipe(onward);
  }

  /** @param ask who asked, where that was our own page */
  #mayRepeat(
    { trace }: WatchedAnswer,
    { headers, httpVersion }: IncomingMessage,
    ask: Ask | null,
    { url, fields }: Repeatable,
  ): void {
    const plain = { url, fields: withoutCoding(fields) };
    const { accept } = headers;
    let isGoing = false;
    this.watched.mayRepeat(trace, () => {
      if (isGoing) return false;
      isGoing = true;
      const told = {
        method: "GET",
        url,
        httpVersion,
        rawHeaders: plain.fields,
        headers: { accept },
      };
      const watch = new WatchedAnswer(this.watched.once(trace), told, ask, true);
      const onward = this.#ask("GET", plain);
      this.#repeats.add(onward);
      askAgain(onward, watch, () => {
        this.#repeats.delete(onward);
        isGoing = false;
      });
      return true;
    });
  }

  #ask(method: string, { url, fields }: Repeatable): ClientRequest {
    const ask = this.#url.protocol === "https:" ? requestTls : request;
    return ask(this.#url, {
      agent: false, // a connection that was kept may just be closing, and a POST is not sent twice
      method,
      path: url,
      headers: [...fields],
      maxHeaderSize: MAX_TARGET_HEAD_BYTES,
      rejectUnauthorized: !this.#target.selfSigned,
    });
  }

  async #answer(
    came: IncomingMessage,
    asked: IncomingMessage,
    response: ServerResponse,
    ask: Ask | null,
    watch: WatchedAnswer,
  ): Promise<void> {
    const { statusCode = 502, statusMessage = "" } = came;
    const led = ask === null ? null : this.#ledUnder(ask, came, asked);
    const fields =
      ask === null
        ? toClient(came)
        : toPage(came, (readable) => askedHeaders(asked.headers, readable), led);
    response.sendDate = false;
    try {
      response.writeHead(statusCode, statusMessage, fields);
    } catch (error) {
      came.destroy();
      const problem = whyNotAsked(codeOf(error), this.#target.origin);
      if (problem !== null) answer(response, problem);
      return watch.end({ why: "target-cut", code: codeOf(error) });
    }
    response.write("", "latin1"); // the head leaves when it came, not with the first byte of the body
    const read = (bytes: Uint8Array) => {
      if (watch.isTold) watch.read(bytes);
      else came.off("data", read);
    };
    watch.head(came, led === null ? this.#past(came) : null);
    const passed = passOn(came, response, { end: false });
    came.on("data", read); // after the pipe's own: what comes leaves first
    came.once("end", () => {
      if (came.rawTrailers.length > 0) response.addTrailers(asPairs(came.rawTrailers));
    });
    try {
      await passed;
      watch.end({ why: "target-ended" });
      response.end();
    } catch (error) {
      if (response.destroyed) return watch.end({ why: "left" });
      watch.end({ why: "target-cut", code: codeOf(error) });
      cut(response, came.headers["content-length"] !== undefined);
    }
  }

  #upgrade(asked: IncomingMessage, socket: Duplex, head: Buffer): void {
    const stranger = this.#strangerIn(asked);
    socket.on("error", () => socket.destroy());
    if (stranger !== null) {
      answerOnSocket(stranger, socket);
      return;
    }
    const target = this.#connect();
    this.#upgraded.add(socket);
    let isConnected = false;
    target.once(this.#url.protocol === "https:" ? "secureConnect" : "connect", () => {
      isConnected = true;
      target.write(
        upgradeHead(asked, this.#url.host, (host) => this.#isOurs(host)),
        "latin1",
      );
      target.write(head);
      pipeline(socket, target, () => {});
      pipeline(target, socket, () => {});
    });
    target.on("error", (error) => {
      const problem = isConnected ? null : whyNotAsked(codeOf(error), this.#target.origin);
      if (problem === null) socket.destroy();
      else answerOnSocket(problem, socket);
    });
    target.on("close", () => isConnected && socket.destroy());
    socket.on("close", () => {
      this.#upgraded.delete(socket);
      target.destroy();
    });
  }

  #connect(): Socket {
    const { hostname, port, protocol } = this.#url;
    const host = hostname.replace(/^\[(.*)\]$/, "$1");
    const isTls = protocol === "https:";
    const place = { host, port: Number(port || (isTls ? 443 : 80)), noDelay: true };
    if (!isTls) return connect(place);
    return connectTls({ ...place, servername: host, rejectUnauthorized: !this.#target.selfSigned });
  }

  /** Whoever asks under a name that is not this machine's: a page whose name was made to point here. */
  #strangerIn({ headers: { host } }: IncomingMessage): Problem | null {
    if (isOwnHost(host)) return null;
    const name = hostnameOf(host ?? "");
    const what = `the target proxy does not answer under the name "${name}"`;
    return new Problem(403, "host", `${what}; start it with ALLOWED_HOSTS=${name} if it should`);
  }

  /** Whether a Host names this proxy; any other belongs to whoever stands before it, and passes. */
  #isOurs(host: string): boolean {
    return host === "" || new RegExp(`:${this.#port}$`).test(host);
  }

  /** Where a redirect to the target leads our page, which asks it under a prefix. */
  #ledUnder({ name }: Ask, came: IncomingMessage, { url = "/" }: IncomingMessage): string | null {
    const { location } = came.headers;
    const to = location === undefined ? null : URL.parse(location, `${this.#target.origin}${url}`);
    if (to?.origin !== this.#target.origin) return null;
    return `${askPath(name, to.pathname)}${to.search}${to.hash}`;
  }

  /** Where a redirect leads that names the target itself: whoever follows it passes here no more. */
  #past({ statusCode = 0, headers: { location } }: IncomingMessage): string | null {
    if (statusCode < 300 || statusCode > 399 || location === undefined) return null;
    const isAbsolute = /^(https?:)?\/\//i.test(location);
    if (!isAbsolute || URL.parse(location, this.#target.origin)?.origin !== this.#target.origin)
      return null;
    this.#log?.warn(`a redirect leads past the target proxy, to ${this.#target.origin}`);
    return location;
  }
}

/** Answers for the target. */
function answer(
  response: ServerResponse,
  problem: Problem,
  headers: readonly Header[] = [...sandboxed, ["X-Content-Type-Options", "nosniff"]],
): void {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  const body = JSON.stringify(problem);
  response.writeHead(problem.statusCode, [
    ...headers.flat(),
    ...["Content-Type", PROBLEM_TYPE],
    ...["Content-Length", String(Buffer.byteLength(body))],
  ]);
  response.end(body);
}

/** Cuts a response after what has come. Where its end is only told by the connection's, a proper close would look like one. */
function cut(response: ServerResponse, hasLength: boolean): void {
  const { socket } = response;
  if (socket === null) return;
  if (response.chunkedEncoding || hasLength) socket.destroySoon();
  else socket.write("", () => socket.resetAndDestroy());
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
}

function asPairs(raw: readonly string[]): [string, string][] {
  return Array.from({ length: raw.length / 2 }, (_pair, at) => [
    raw[2 * at] ?? "",
    raw[2 * at + 1] ?? "",
  ]);
}

function explain(code: string, port: number): string {
  const instead = `end what uses it, or choose another one: TARGET_PORT=${port + 1}`;
  return code === "EADDRINUSE"
    ? `port ${port} is in use; ${instead}`
    : `the target proxy can't listen on port ${port} (${code}); choose another one: TARGET_PORT=${port + 1}`;
}
