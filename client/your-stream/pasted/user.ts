/** A user and password, with which no page may ask in a URL: they are a header. */
import type { Header } from "../../../protocol/script/action.ts";
import { toBase64 } from "../../../trace/file/base64.ts";

export function basic(user: string): string {
  return `Basic ${toBase64(new TextEncoder().encode(user))}`;
}

export function withoutUser<Asked extends { url: string; headers: readonly Header[] }>(
  asked: Asked,
): Asked {
  const parsed = URL.parse(asked.url);
  if (parsed === null || parsed.username + parsed.password === "") return asked;
  const user = `${decodeURIComponent(parsed.username)}:${decodeURIComponent(parsed.password)}`;
  parsed.username = "";
  parsed.password = "";
  const others = asked.headers.filter(([name]) => !/^authorization$/i.test(name));
  return { ...asked, url: parsed.href, headers: [...others, ["Authorization", basic(user)]] };
}
