/** Says what the dev servers answer to nobody, and how their answers are kept from being used as something else. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Middleware } from "webpack-dev-server";
import { askedHeaders, isAsked } from "../server/http/asks.ts";
import { sandboxed, unframed } from "../server/http/protection.ts";

/** Comes behind all that asks who asks: webpack-dev-server's checks of Host and Origin stand before it. */
const FIRST_TO_ANSWER = "webpack-dev-middleware";

/**
 * Adds middlewares that answer only whom webpack-dev-server has let in.
 * @throws Error where it does not tell any more which of its own is the first to answer
 */
export function behindChecks(middlewares: Middleware[], added: Middleware[]): Middleware[] {
  const at = middlewares.findIndex(({ name }) => name === FIRST_TO_ANSWER);
  if (at === -1) throw new Error(`webpack-dev-server has no \`${FIRST_TO_ANSWER}\` any more`);
  return middlewares.toSpliced(at, 0, ...added);
}

/** webpack-dev-server's own routes: they start an editor, and a build, for whoever asks. */
export const noOwnRoutes: Middleware = {
  name: "no-own-routes",
  path: "/webpack-dev-server",
  middleware: answerNothing,
};

/** Adds to each answer what keeps it from being framed, and to what is not the page's from being shown. */
export function protect(middlewares: Middleware[]): Middleware[] {
  return [
    { name: "protection", middleware: addHeaders },
    ...middlewares,
    { name: "nothing-here", middleware: answerNothing }, // Express's own would replace the policy
  ];
}

function addHeaders(request: IncomingMessage, response: ServerResponse, next: () => void): void {
  const ofOthers = isAsked(request.url) ? askedHeaders(request.headers) : unframed;
  const headers = request.url?.startsWith("/api") ? sandboxed : ofOthers;
  for (const [name, value] of headers) response.setHeader(name, value);
  next();
}

function answerNothing(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(404, { "Content-Type": "text/plain" }).end("there is nothing here\n");
}
