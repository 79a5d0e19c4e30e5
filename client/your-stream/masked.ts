/** A URL as a field shows it: what is secret in its query as dots, which stand for what they hide until they are typed over. */
import { isSecret, REDACTED } from "../../protocol/redact.ts";

const DOTS = "••••";

/** `name=value` of a query or a hash, and what stands before it. */
const PART = /([?&;#])([^=&;#]*)=([^&;#]*)/g;

export function masked(url: string): string {
  return url.replace(PART, (all, before: string, name: string, value: string) =>
    isSecret(readable(name)) && value !== "" && value !== REDACTED
      ? `${before}${name}=${DOTS}`
      : all,
  );
}

/** What a field says, with what its dots stood for in `former`. */
export function unmasked(shown: string, former: string): string {
  const hidden = new Map(Array.from(former.matchAll(PART), ([, , name, value]) => [name, value]));
  return shown.replace(PART, (all, before: string, name: string, value: string) =>
    value === DOTS ? `${before}${name}=${hidden.get(name) ?? ""}` : all,
  );
}

function readable(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
