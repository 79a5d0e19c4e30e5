/**
 * Says what the page asks its target through our own servers: `/target/fetch.0123…/events`. The answer is a stranger's, and
 * comes from the page's own address: so it is read by whoever asked, shown by nobody, and asked for by our page alone.
 */
import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import type { Header } from "../../protocol/script/action.ts";
import { ASK_PREFIX } from "../../trace/run/passing.ts";
import { checkAsker } from "./asker.ts";
import { checkDestination } from "./destination.ts";
import { EXPOSED_HEADERS, isOwnOrigin } from "./origins.ts";
import { Problem } from "./problem.ts";
import { sandboxed } from "./protection.ts";

/** By which a server of ours tells the target proxy who asks; the target never sees it. */
export const ASK_HEADER = "sse-playground-ask";

const ASK = /^(eventsource|fetch)\.([0-9a-f]{32})$/;
/** Who asks stands behind the prefix. */
const WHO = new RegExp(`^${ASK_PREFIX}/([^/?]*)`);
const LOOPBACK = /^(::ffff:)?127\.|^::1$/;

/** Who asks: the lane, the trace, and both as the header and the prefix have them. */
export type Ask = { lane: "eventsource" | "fetch"; trace: string; name: string };

export function readAsk(name: string | string[] | undefined): Ask | null {
  const [all, lane, trace] = typeof name === "string" ? (ASK.exec(name) ?? []) : [];
  if (all === undefined || trace === undefined) return null;
  return { lane: lane === "fetch" ? "fetch" : "eventsource", trace, name: all };
}

export function isAsked(url: string | undefined): boolean {
  return url !== undefined && (url === ASK_PREFIX || url.startsWith(`${ASK_PREFIX}/`));
}

/**
 * Tells whether what is asked under the prefix may be asked of the target.
 * @returns who asks, and the path as the target knows it
 * @throws Problem where it may not
 */
export function checkAsk({
  url = "",
  headers,
  socket: { remoteAddress = "" },
}: Pick<IncomingMessage, "url" | "headers"> & { socket: { remoteAddress?: string | undefined } }): {
  ask: Ask;
  path: string;
} {
  if (!LOOPBACK.test(remoteAddress)) {
    const what =
      "the target is asked from the machine that the playground runs on, and by nobody else";
    throw new Problem(403, "presenter-only", `${what}; in a room that is the presenter's`);
  }
  checkAsker({ headers, query: null }, "");
  checkDestination({ headers });
  const ask = readAsk(WHO.exec(url)?.[1]);
  if (ask === null) {
    const write = `write ${ASK_PREFIX}/fetch.<32 hex digits>/<path>`;
    throw new Problem(404, "no-ask", `this does not say who asks; ${write}`);
  }
  return { ask, path: withoutPrefix(url) };
}

/** The path as the target knows it. */
export function withoutPrefix(url: string): string {
  const path = url.replace(WHO, "");
  return path.startsWith("/") ? path : `/${path}`;
}

export const NO_TARGET = new Problem(
  404,
  "no-target",
  "there is no target proxy; start with TARGET=http://localhost:8080, or --target, to have one",
);

/** Tells whether it only asks whether it may ask, as browsers do across origins. */
export function isPreflight({
  method,
  headers,
}: Pick<IncomingMessage, "method" | "headers">): boolean {
  return method === "OPTIONS" && headers["access-control-request-method"] !== undefined;
}

/** The headers of each answer under the prefix, in the place of whatever a stranger says there. `readable`: what it has of its own */
export function askedHeaders(
  { origin }: IncomingHttpHeaders,
  readable: readonly string[] = [],
): Header[] {
  const own: Header[] =
    origin === undefined || !isOwnOrigin(origin)
      ? []
      : [
          ["Access-Control-Allow-Origin", origin],
          ["Access-Control-Allow-Credentials", "true"],
          ["Access-Control-Expose-Headers", [...EXPOSED_HEADERS, ...readable].join(", ")],
          ["Timing-Allow-Origin", origin],
        ];
  return [
    ...sandboxed,
    ["X-Content-Type-Options", "nosniff"],
    ["Cross-Origin-Resource-Policy", "same-origin"],
    ["Vary", "Origin"],
    ...own,
  ];
}

/** Answers a preflight: our own page may ask by any method and any header. */
export function preflightHeaders(headers: IncomingHttpHeaders): Header[] {
  const method = String(headers["access-control-request-method"] ?? "GET");
  const wanted = String(headers["access-control-request-headers"] ?? "");
  return [
    ...askedHeaders(headers),
    ["Access-Control-Allow-Methods", method],
    ["Access-Control-Allow-Headers", wanted],
  ];
}

/** Headers that a stranger's answer must not bring to the page's own address, in lower case. */
const KEPT_OUT =
  /^(access-control-.*|timing-allow-origin|content-security-policy(-report-only)?|x-frame-options|x-content-type-options|cross-origin-.*|clear-site-data|service-worker-allowed|alt-svc|refresh)$/;

export function isKeptOut(name: string): boolean {
  return KEPT_OUT.test(name.toLowerCase());
}
