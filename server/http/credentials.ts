/** Says what of a request's headers may be told: nothing that proves who somebody is. */

const SECRET = ["authorization", "proxy-authorization"];
const HIDDEN = "(redacted)";

/** A cookie that proves nothing, so that people may see one come along. */
export const HARMLESS_COOKIE = "sse-playground-harmless=yes";

export function toldValue(name: string, value: string): string {
  const lower = name.toLowerCase();
  if (lower !== "cookie") return SECRET.includes(lower) ? HIDDEN : value;
  const pairs = value.split(/;\s*/).map((pair) => (pair === HARMLESS_COOKIE ? pair : HIDDEN));
  return [...new Set(pairs)].join("; ");
}
