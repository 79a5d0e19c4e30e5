/** What is told of a head of somebody else's traffic: nothing by which one could act as whoever sent it. */
import type { Header } from "../../protocol/script/action.ts";

const REDACTED = "(redacted)";

/** Names of headers, and of parts of a query, whose value is a secret: rather one too many. */
const SECRET =
  /^(authorization|proxy-authorization|cookie|set-cookie|auth|sig|signature|jwt|sid|code|credentials?)$|(token|key|secret|passw(or)?d|pwd|session|session-?id|csrf|xsrf|signature|assertion)$/i;

/** Headers whose value is an address. */
const ADDRESSES = /^(referer|location|content-location|refresh|link)$/i;

/** @param raw names and values in turn, as Node has them: a character a byte */
export function toldFields(raw: readonly string[]): Header[] {
  const told: Header[] = [];
  for (let at = 0; at < raw.length; at += 2) {
    const [name = "", value = ""] = raw.slice(at, at + 2);
    told.push([name, toldField(name, value)]);
  }
  return told;
}

function toldField(name: string, value: string): string {
  if (SECRET.test(name)) return REDACTED;
  const text = Buffer.from(value, "latin1").toString("utf8");
  return ADDRESSES.test(name) ? toldUrl(text) : text;
}

/** A URL without the secrets of its query, which an EventSource has no other place for, and of its authority. */
export function toldUrl(url: string): string {
  return url
    .replace(/^([a-z]+:)?\/\/[^/?#@]*@/i, (_all, scheme = "") => `${scheme}//`)
    .replace(/([?&;#])([^=&;#]*)=([^&;#]*)/g, (all, before, name) =>
      SECRET.test(readable(name)) ? `${before}${name}=${REDACTED}` : all,
    );
}

function readable(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
