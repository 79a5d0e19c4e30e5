/**
 * Headers that no page may set: a browser sends its own, or none.
 * https://fetch.spec.whatwg.org/#forbidden-request-header
 */

const FORBIDDEN = new Set([
  "accept-charset",
  "accept-encoding",
  "access-control-request-headers",
  "access-control-request-method",
  "connection",
  "content-length",
  "cookie",
  "cookie2",
  "date",
  "dnt",
  "expect",
  "host",
  "keep-alive",
  "origin",
  "referer",
  "set-cookie",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
  "via",
]);

const METHOD_OVERRIDE = /^x-(http-method(-override)?|method-override)$/;
const FORBIDDEN_METHOD = /^(connect|trace|track)$/;

/** The standard lets a page set it, and Chromium drops it without a word (its bug 571722). */
const DROPPED = "user-agent";

export function noPageMaySet(name: string, value: string): boolean {
  const lower = name.toLowerCase();
  if (METHOD_OVERRIDE.test(lower)) {
    return value.split(",").some((one) => FORBIDDEN_METHOD.test(one.trim().toLowerCase()));
  }
  return FORBIDDEN.has(lower) || lower === DROPPED || /^(proxy|sec)-/.test(lower);
}
