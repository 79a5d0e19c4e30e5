/** Says what is a secret in a request's or an answer's head, for all who show, keep or hand on one. */

export const REDACTED = "(redacted)";

/** Names of headers, and of parts of a query, whose value is a secret: rather one too many. */
const SECRET =
  /^(authorization|proxy-authorization|set-cookie)$|(^|[-_.])(auth|sig|jwt|sid|code|credential|cookie)s?$|(token|key|secret|passw(or)?d|pwd|session|session-?id|csrf|xsrf|signature|assertion)s?$/i;

/** Headers whose value is an address. */
const ADDRESSES = /^(referer|location|content-location|refresh|link)$/i;

/** `name=value` of a query or a hash, and what stands before it. */
export const PART = /([?&;#])([^=&;#]*)=([^&;#]*)/g;

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
  return inPlaceOfSecrets(
    url.replace(/^([a-z]+:)?\/\/[^/?#@]*@/i, (_all, scheme = "") => `${scheme}//`),
    () => REDACTED,
  );
}

/** Returns a URL with `instead` in the place of each secret of its query, or of its hash. */
export function inPlaceOfSecrets(url: string, instead: (value: string) => string): string {
  return url.replace(PART, (all, before: string, name: string, value: string) =>
    isSecret(readable(name)) ? `${before}${name}=${instead(value)}` : all,
  );
}

export function readable(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
