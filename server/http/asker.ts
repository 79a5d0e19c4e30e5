/**
 * Says who asks: a page of the playground, somebody else's page, or no page at all. A model may cost money at
 * each question, and a GET can be made by any page: an image will do. What a browser says of itself no
 * page can change.
 */
import type { IncomingHttpHeaders } from "node:http";
import { hostnameOf, isOwnOrigin } from "./origins.ts";
import { Problem } from "./problem.ts";
import { isSameSecret } from "./secret.ts";

/** Browsers trust these addresses: to them they always send `Sec-Fetch-Site`, to a plain LAN address never. */
const TRUSTWORTHY = ["localhost", "127.0.0.1", "[::1]"];

/**
 * Returns whose page asks, by the best evidence that there is; null where there is none: a shell's request, or
 * one of a browser that hides where it comes from.
 */
function whosePage(headers: IncomingHttpHeaders): "ours" | "foreign" | null {
  const { origin, referer, "sec-fetch-site": site } = headers;
  if (site === "none" || site === "same-origin") return "ours"; // no page, or a page of this very address
  const from = origin ?? (site === undefined ? referer : "");
  if (from === undefined) return null;
  return isOwnOrigin(from) ? "ours" : "foreign";
}

/**
 * @param pass what our own page has been told, and no other can read
 * @throws Problem 403 for a page that is not the playground's, or may not be
 */
export function checkAsker(
  { headers, query }: { headers: IncomingHttpHeaders; query: unknown },
  pass: string,
): void {
  if (whosePage(headers) === "foreign") {
    const what = "a page that is not the playground's may not ask this";
    throw new Problem(403, "foreign-page", `${what}; ask from the playground's own page`);
  }
  if (!needsPass(headers) || holdsPass(query, pass)) return;
  const what = "nothing tells that this comes from the playground's own page";
  const instead = `from a shell, add -H 'Origin: http://${headers.host}'`;
  throw new Problem(403, "unknown-page", `${what}; open that, or, ${instead}`);
}

/** A URL as it may be told: without the pass. */
export function withoutPass(url: string): string {
  return url.replace(/([?&]pass=)[^&]*/g, "$1(redacted)");
}

export function needsPass(headers: IncomingHttpHeaders): boolean {
  const { host = "" } = headers; // whoever names none is no browser
  return whosePage(headers) === null && host !== "" && !TRUSTWORTHY.includes(hostnameOf(host));
}

function holdsPass(query: unknown, pass: string): boolean {
  if (typeof query !== "object" || query === null || !("pass" in query)) return false;
  return typeof query.pass === "string" && isSameSecret(query.pass, pass);
}
