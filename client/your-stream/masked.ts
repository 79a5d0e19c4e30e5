/** A URL as a field shows it: what is secret in its query as dots, which stand for what they hide until they are typed over. */
import { inPlaceOfSecrets, PART, REDACTED } from "../../protocol/redact.ts";

const DOTS = "••••";

export function masked(url: string): string {
  return inPlaceOfSecrets(url, (value) => (value === "" || value === REDACTED ? value : DOTS));
}

/** What a field says, with what its dots stood for in `former`. */
export function unmasked(shown: string, former: string): string {
  const hidden = new Map(Array.from(former.matchAll(PART), ([, , name, value]) => [name, value]));
  return shown.replace(PART, (all, before: string, name: string, value: string) =>
    value === DOTS ? `${before}${name}=${hidden.get(name) ?? ""}` : all,
  );
}
