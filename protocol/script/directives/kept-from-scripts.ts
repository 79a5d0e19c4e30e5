/**
 * Headers that a script may not send. A script may be anybody's, and it is played from the page's own
 * address: these tell a browser, or a proxy, to do more than read this one stream.
 */
import type { Template } from "../template.ts";

/** Says by its name what a header would do: "`X` would …". A name that ends in `-` stands for all that begin so. */
const KEPT: Readonly<Record<string, string>> = {
  "accept-ch": "change what the browser tells this address from now on",
  "access-control-": "say which pages may read the answer, which is the server's to say",
  "activate-storage-access": "give frames the page's cookies",
  "alt-svc": "send the browser to another server from now on",
  "attribution-reporting-": "have the browser report to others",
  "authentication-info": "take part in a login",
  "clear-site-data": "empty what this browser keeps for the page",
  "content-security-policy": "replace the policy that keeps a stream from running as a page",
  "content-security-policy-report-only": "have the browser report to others",
  "critical-ch": "change what the browser tells this address from now on",
  "cross-origin-": "say which pages may use the answer, which is the server's to say",
  "delegate-ch": "change what the browser tells others",
  "document-policy": "set rules for a page, which a stream is not",
  "document-policy-report-only": "have the browser report to others",
  "expect-ct": "outlive the stream: the browser keeps it for this address",
  "feature-policy": "set rules for a page, which a stream is not",
  "integrity-policy": "set rules for a page, which a stream is not",
  "integrity-policy-report-only": "have the browser report to others",
  link: "have the browser load something else",
  nel: "have the browser report to others, and outlive the stream",
  "observe-browsing-topics": "tell others what was looked at",
  "origin-agent-cluster": "set rules for the page's whole address",
  "origin-trial": "switch on what the browser has not got ready yet",
  "permissions-policy": "set rules for a page, which a stream is not",
  "permissions-policy-report-only": "have the browser report to others",
  "proxy-": "take part in a login",
  "public-key-pins": "outlive the stream: the browser keeps it for this address",
  "public-key-pins-report-only": "have the browser report to others",
  "referrer-policy": "change what the browser tells others of the page's address",
  refresh: "send the browser to another page",
  "report-to": "have the browser report to others",
  "reporting-endpoints": "have the browser report to others",
  "require-document-policy": "set rules for a page, which a stream is not",
  "sec-": "speak for the browser or its sessions",
  "secure-session-registration": "begin a session that outlives the stream",
  "service-worker-": "let a worker answer in the server's place",
  "set-cookie": "leave a cookie with the page's address, which outlives the stream",
  "set-cookie2": "leave a cookie with the page's address, which outlives the stream",
  "set-login": "tell the browser that somebody has logged in or out",
  sourcemap: "have the browser load something else",
  "speculation-rules": "have the browser load something else",
  "strict-transport-security": "outlive the stream: the browser would open no page at this address",
  "supports-loading-mode": "set rules for a page, which a stream is not",
  "timing-allow-origin": "say which pages may measure the answer, which is the server's to say",
  "use-as-dictionary": "outlive the stream: the browser keeps it for this address",
  "www-authenticate": "ask for a password in the page's name",
  "x-accel-redirect": "have nginx send one of its own files",
  "x-content-security-policy": "replace the policy that keeps a stream from running as a page",
  "x-frame-options": "say who may frame the answer, which is the server's to say",
  "x-lighttpd-send-file": "have a proxy send one of its own files",
  "x-permitted-cross-domain-policies": "say which pages may use the answer",
  "x-reproxy-url": "have a proxy fetch something else",
  "x-sendfile": "have a proxy send one of its own files",
  "x-sourcemap": "have the browser load something else",
  "x-webkit-csp": "replace the policy that keeps a stream from running as a page",
};

const families = Object.keys(KEPT).filter((name) => name.endsWith("-"));

/** Returns what the header would do if a script could send it, after "would"; null for one that it may send. */
export function wouldDo(name: string): string | null {
  const known = name.toLowerCase();
  const entry = families.find((family) => known.startsWith(family)) ?? known;
  return Object.hasOwn(KEPT, entry) ? (KEPT[entry] ?? null) : null;
}

/** A play of this server, or the one that was asked for with another query; `\0`: a placeholder. */
const OWN_PLAY = /^(\/api\/sse(\/[a-z0-9-]+)?)?([?#].*)?$/;

/**
 * Tells whether a `Location` leads to something else than a play of this server. Browsers follow it in the
 * page's name: to another's server, or to ours, where a GET may cost money.
 */
export function leadsAway(location: Template): boolean {
  const text = location.map((piece) => (typeof piece === "string" ? piece : "\0")).join("");
  return !OWN_PLAY.test(text);
}
