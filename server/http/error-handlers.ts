/** Every error leaves as a problem document: ours as they are, Fastify's own in our words. */

import { STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Header } from "../../protocol/script/action.ts";
import { MAX_BODY_BYTES, MAX_HEAD_BYTES, REQUEST_TIMEOUT } from "../limits.ts";
import { PROBLEM_TYPE, Problem } from "./problem.ts";
import { sandboxed } from "./protection.ts";

const JSON_EXAMPLE = '{"name": "five-ticks"}';

/** Fastify's errors that a request can cause, by their codes. */
const known: Record<string, Problem> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: new Problem(
    415,
    "not-json",
    "the body has a content type other than JSON; send it with `Content-Type: application/json`",
  ),
  FST_ERR_CTP_EMPTY_JSON_BODY: new Problem(
    400,
    "empty-body",
    `the body is empty; send a JSON object, such as ${JSON_EXAMPLE}`,
  ),
  FST_ERR_CTP_INVALID_JSON_BODY: new Problem(
    400,
    "bad-json",
    `the body is no JSON; send a JSON object, such as ${JSON_EXAMPLE}`,
  ),
  FST_ERR_BAD_URL: new Problem(
    400,
    "bad-url",
    "the path has a `%` that is no escape; write `%25` for the character itself",
  ),
  FST_ERR_CTP_BODY_TOO_LARGE: new Problem(
    413,
    "body-too-large",
    `the body has more than ${MAX_BODY_BYTES} bytes; send a shorter one`,
  ),
};

/** Node's errors of requests that it could not read, by their codes. */
const unread: Record<string, Problem> = {
  ERR_HTTP_REQUEST_TIMEOUT: new Problem(
    408,
    "too-slow",
    `the request was not there whole within ${REQUEST_TIMEOUT / 1000} s; send it in one go`,
  ),
  HPE_HEADER_OVERFLOW: new Problem(
    431,
    "head-too-large",
    `the request's head has more than ${MAX_HEAD_BYTES} bytes; send fewer or shorter headers`,
  ),
};

const protection: readonly Header[] = [...sandboxed, ["X-Content-Type-Options", "nosniff"]];

const NO_HTTP = new Problem(
  400,
  "not-http",
  "this is no HTTP request that can be read; send one, as `curl -N` does",
);

/** Answers errors as JSON. @param pageHint says what to do where somebody asks here for the page */
export function answerErrors(app: FastifyInstance, pageHint: string): void {
  const routes: string[] = [];
  app.addHook("onRoute", ({ method, url }) => {
    for (const name of [method].flat()) {
      if (name !== "HEAD" && name !== "OPTIONS") routes.push(`${name} ${url}`);
    }
  });

  app.setNotFoundHandler(({ method, url }, reply) => {
    const [path = ""] = url.split("?");
    if (path.startsWith("/api/")) {
      const all = routes.filter((route) => route.includes(" /api/")).join(", ");
      return send(
        reply,
        new Problem(404, "no-route", `there is no ${method} ${path}; there are ${all}`),
      );
    }
    return send(reply, new Problem(404, "no-page", `there is nothing at ${path}; ${pageHint}`));
  });

  app.setErrorHandler(answerError);
}

/** Answers one error; what nobody foresaw is a 500, and the log has it whole. */
export function answerError(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const problem = asProblem(error);
  if (problem !== undefined) return send(reply, problem);
  request.log.error(error);
  return send(reply, new Problem(500, "server-error", "the server failed; its log says where"));
}

/** Answers what never became a request: on the bare socket, which is closed. */
export function answerClientError({ code }: Error & { code?: string }, socket: Duplex): void {
  if (code === "ECONNRESET") return;
  answerOnSocket(unread[code ?? ""] ?? NO_HTTP, socket);
}

/** Answers on a bare socket, and closes it. */
export function answerOnSocket(problem: Problem, socket: Duplex): void {
  if (socket.destroyed) return;
  const { statusCode } = problem;
  const body = JSON.stringify(problem);
  const head = [
    `HTTP/1.1 ${statusCode} ${STATUS_CODES[statusCode]}`,
    `Content-Type: ${PROBLEM_TYPE}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    "Connection: close",
    ...protection.map((header) => header.join(": ")),
  ];
  if (!socket.writable) socket.destroy();
  else socket.end([...head, "", body].join("\r\n"), () => socket.destroy());
}

function asProblem(error: FastifyError): Problem | undefined {
  if (error instanceof Problem) return error;
  const { statusCode = 500, code, message } = error;
  if (known[code]) return known[code];
  if (statusCode >= 500 && statusCode !== 503) return undefined;
  return new Problem(statusCode, "refused", message);
}

function send(reply: FastifyReply, problem: Problem): FastifyReply {
  // No hook sees a URL that cannot be read, and a play gives up its own.
  for (const [name, value] of protection) reply.header(name, value);
  if (problem.statusCode === 429) reply.header("Retry-After", "1");
  // As a string: a route's schema for its answers says nothing of problems.
  return reply.code(problem.statusCode).type(PROBLEM_TYPE).send(JSON.stringify(problem));
}
