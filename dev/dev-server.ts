/** Says what the dev servers of webpack.config.ts do beside serving the page. */
import { Console } from "node:console";
import type { IncomingMessage, ServerResponse } from "node:http";
import net from "node:net";
import type { Compiler } from "webpack";
import type { Configuration } from "webpack-dev-server";
import { isOwnOrigin } from "../server/http/origins.ts";
import { LOOPBACK } from "./addresses.ts";

type SetupMiddlewares = NonNullable<Configuration["setupMiddlewares"]>;
type OnListening = NonNullable<Configuration["onListening"]>;

const BROWSER_LEFT = "ERR_STREAM_PREMATURE_CLOSE";

/**
 * Adds `GET /dev-server` → `{"port": 8346, "compress": true}`: what this dev server is really set to, its
 * defaults included. The page asks both, because webpack.config.ts may be edited in front of a room.
 */
export const tellSetting: SetupMiddlewares = (middlewares, { options }) => {
  const setting = JSON.stringify({
    port: Number(options.port),
    compress: Boolean(options.compress),
  });
  const middleware = ({ headers }: IncomingMessage, response: ServerResponse): void => {
    response.setHeader("Content-Type", "application/json");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Vary", "Origin");
    if (headers.origin !== undefined && isOwnOrigin(headers.origin)) {
      response.setHeader("Access-Control-Allow-Origin", headers.origin);
    }
    response.end(setting);
  };
  return [...middlewares, { name: "dev-server", path: "/dev-server", middleware }];
};

/** A dev server binds one address; `localhost` may mean the other loopback address as well. */
export const listenOnLoopback: OnListening = ({ server, options }) => {
  if (options.host !== LOOPBACK) return; // HOST said where
  const ipv6 = net.createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
    server?.emit("connection", socket);
  });
  ipv6.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EADDRNOTAVAIL" && error.code !== "EAFNOSUPPORT") throw error; // no IPv6 here
  });
  server?.on("close", () => ipv6.close());
  ipv6.listen(Number(options.port), "::1");
};

/**
 * The proxies' logger: one line when the server behind them is gone, as while it restarts. What else
 * can fail (a stream that is cut) is what this project shows, and is told on the page.
 */
class Outages {
  #out = false;

  error(_message: string, _request: string, target: string, code: string): void {
    if (code === "ECONNREFUSED" && !this.#out) {
      this.#out = true;
      console.error(`nobody answers at ${target}: the proxies answer 504 until somebody does`);
    }
  }

  /** Called for each response that came through. */
  info(): void {
    this.#out = false;
  }

  warn(): void {}
}
export const outages = new Outages();

/** webpack's own log, without a stack for each browser that leaves while a file is on its way to it. */
class WebpackLog extends Console {
  override error(message: unknown, ...details: unknown[]): void {
    const left = details.some(
      (detail) => detail instanceof Error && "code" in detail && detail.code === BROWSER_LEFT,
    );
    if (!left) super.error(message, ...details);
  }
}
export const webpackLog = new WebpackLog(process.stdout, process.stderr);

/** A webpack plugin: one line for each time that something was compiled. */
export class CompiledLine {
  apply(compiler: Compiler): void {
    compiler.hooks.done.tap("CompiledLine", (stats) => {
      if (!stats.hasErrors()) console.log(`compiled in ${stats.endTime - stats.startTime} ms`);
    });
  }
}
