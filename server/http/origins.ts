/** Says who may read what the server answers: pages of the playground itself, and no others. */
import { isAllowedHost } from "./allowed-hosts.ts";
import { ports } from "./ports.ts";

/** What a page on another port may read of a response head: all that the log shows. */
export const EXPOSED_HEADERS = [
  "Access-Control-Allow-Origin",
  "Cache-Control",
  "Connection",
  "Content-Encoding",
  "Content-Length",
  "Content-Security-Policy",
  "Content-Type",
  "Date",
  "Keep-Alive",
  "Location",
  "Retry-After",
  "Server",
  "Timing-Allow-Origin",
  "Transfer-Encoding",
  "Vary",
  "Via",
  "X-Accel-Buffering",
  "X-Content-Type-Options",
  "X-Frame-Options",
  "X-Powered-By",
  "X-Relay",
];

/** Tells whether an `Origin` is the playground's: one of its ports, under one of its names. */
export function isOwnOrigin(origin: string): boolean {
  if (!URL.canParse(origin)) return false;
  const { protocol, hostname, port } = new URL(origin);
  const own = Object.values(ports).includes(Number(port || 80));
  return protocol === "http:" && own && isAllowedHost(hostname);
}

/** Tells whether a `Host` header names this machine. Whoever sends none is no browser, and can't be misled. */
export function isOwnHost(host: string | undefined): boolean {
  return host === undefined || host === "" || isAllowedHost(hostnameOf(host));
}

/** Returns a `Host` header without its port; as it is where it is no host at all. */
export function hostnameOf(host: string): string {
  const url = `http://${host}`;
  return URL.canParse(url) ? new URL(url).hostname : host;
}
