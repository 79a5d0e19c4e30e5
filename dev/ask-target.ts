/** The dev servers' part in asking a target: under one prefix that ends here, through the target proxy. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Configuration, Middleware } from "webpack-dev-server";
import {
  ASK_HEADER,
  askedHeaders,
  checkAsk,
  isAsked,
  isPreflight,
  NO_TARGET,
  preflightHeaders,
  withoutPrefix,
} from "../server/http/asks.ts";
import { PROBLEM_TYPE, Problem } from "../server/http/problem.ts";
import { readTarget } from "../server/target/settings.ts";
import { ASK_PREFIX } from "../trace/run/passing.ts";
import { outages } from "./dev-server.ts";

const target = readTarget(process.env);

/** The proxies that a dev server needs for it; none where there is no target. */
export const targetProxies: NonNullable<Configuration["proxy"]> =
  target === null
    ? []
    : [
        {
          context: [ASK_PREFIX],
          target: `http://127.0.0.1:${target.port}`,
          pathRewrite: withoutPrefix,
          changeOrigin: true, // the Host that the target proxy takes for its own
          logger: outages,
        },
      ];

/** Stands before the proxy: it refuses what may not be asked, and says who asks. */
export const askTarget: Middleware = { name: "ask-target", middleware: guard };

function guard(request: IncomingMessage, response: ServerResponse, next: () => void): void {
  const refusal = isAsked(request.url) ? refused(request) : null;
  if (refusal !== null) {
    for (const [name, value] of askedHeaders(request.headers)) {
      response.setHeader(name, value);
    }
    response.writeHead(refusal.statusCode, { "Content-Type": PROBLEM_TYPE });
    response.end(JSON.stringify(refusal));
  } else if (isAsked(request.url) && isPreflight(request)) {
    response.writeHead(204, Object.fromEntries(preflightHeaders(request.headers))).end();
  } else {
    next();
  }
}

/** Why it may not be asked; where it may, the target proxy is told who asks. */
function refused(request: IncomingMessage): Problem | null {
  try {
    const { ask } = checkAsk(request);
    request.headers[ASK_HEADER] = ask.name;
    return target === null ? NO_TARGET : null;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}
