/** What must not be shown or kept: whoever shares a trace, or a screen, shares no credentials. */
import type { Header } from "../protocol/script/action.ts";

const REDACTED = "redacted";

/** Names of query parameters that hold a secret, as servers call them. */
const SECRET =
  /(^|[-_.])(key|token|secret|password|passwd|pwd|auth|sig|signature|session|credential|jwt|code)s?$/i;

/** Response headers that do. */
const SECRET_HEADERS = new Set(["set-cookie", "authorization", "proxy-authorization", "x-api-key"]);

/** The URL as it may be shown: without user and password, and without what its query keeps secret. */
export function shownUrl(url: URL): string {
  const shown = new URL(url);
  if (shown.username !== "" || shown.password !== "") {
    shown.username = REDACTED;
    shown.password = "";
  }
  for (const name of new Set(shown.searchParams.keys())) {
    if (isSecret(name)) shown.searchParams.set(name, REDACTED);
  }
  shown.hash = "";
  return shown.href;
}

function isSecret(name: string): boolean {
  // "apiKey", "accessToken": each word begins with a capital.
  return (
    SECRET.test(name.replaceAll(/([a-z\d])([A-Z])/g, "$1_$2")) ||
    /^(apikey|accesstoken)$/i.test(name)
  );
}

/** A response head as it may be shown. `base`: what its addresses are relative to. */
export function shownHeaders(headers: readonly Header[], base: URL): Header[] {
  return headers.map(([name, value]) => {
    const lower = name.toLowerCase();
    if (SECRET_HEADERS.has(lower)) return [name, REDACTED];
    if (lower !== "location" && lower !== "content-location") return [name, value];
    try {
      return [name, shownUrl(new URL(value, base))];
    } catch {
      return [name, value];
    }
  });
}
