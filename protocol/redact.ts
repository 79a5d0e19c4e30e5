/** Says what is a secret in a request's or an answer's head, for all who show, keep or hand on one. */

export const REDACTED = "(redacted)";

/** Names of headers, and of parts of a query, whose value is a secret: rather one too many. */
const SECRET =
  /^(authorization|proxy-authorization|cookie|set-cookie|auth|sig|signature|jwt|sid|code|credentials?)$|(token|key|secret|passw(or)?d|pwd|session|session-?id|csrf|xsrf|signature|assertion)$/i;

/** Headers whose value is an address. */
const ADDRESSES = /^(referer|location|content-location|refresh|link)$/i;

/** Tells whether what a header, or a part of a query, of that name says lets one act as whoever sent it. */
export function isSecret(name: string): boolean {
  return SECRET.test(name);
}

export function toldValueOf(name: string, value: string): string {
  if (isSecret(name)) return REDACTED;
  return ADDRESSES.test(name) ? toldUrl(value) : value;
}

/** A URL without the secrets of its query, which an EventSource has no other place for, and of its authority. */
export function toldUrl(url: string): string {
  return url
    .replace(/^([a-z]+:)?\/\/[^/?#@]*@/i, (_all, scheme = "") => `${scheme}//`)
    .replace(/([?&;#])([^=&;#]*)=([^&;#]*)/g, (all, before, name) =>
      isSecret(readable(name)) ? `${before}${name}=${REDACTED}` : all,
    );
}

/** Returns how a whole URL is told: also without its fragment, which nobody is sent. */
export function shownUrl(url: URL): string {
  const sent = new URL(url);
  sent.hash = "";
  return toldUrl(sent.href);
}

function readable(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
