/** Which ways lead to what is asked for, and why one does not. */
import type { PassingList } from "../../trace/run/passing.ts";
import type { DevServer } from "../connections/dev-servers.ts";
import { devServerPorts, originAt, ownPort } from "../connections/places.ts";
import type { AskForm, AskWay } from "../playground/asking.ts";
import { askTexts } from "./ask-texts.ts";
import type { Around } from "./request.ts";

export function aroundOf(list: PassingList | undefined, devServers: readonly DevServer[]): Around {
  const ways = new Map<AskWay, { origin: string; port: number }>();
  for (const { port, compress } of devServers) {
    ways.set(compress ? "compress-true" : "compress-false", { origin: originAt(port), port });
  }
  if (devServerPorts.length === 0) ways.set("server", { origin: "", port: ownPort() });
  return { target: list?.target, ways, page: location.origin };
}

/** They may lead nowhere. */
export function waysIn({ ways }: Around): readonly AskWay[] {
  return ways.has("server") ? ["server", "direct"] : ["compress-false", "compress-true", "direct"];
}

/** Returns "" where the way can be chosen. */
export function whyNot(way: AskWay, { target, ways }: Around): string {
  const { why } = askTexts;
  if (way === "direct") return ways.has("server") ? why.builtPage : "";
  if (target === undefined) return why.noTarget;
  return ways.has(way) ? "" : why.noDevServer;
}

/** A path is the target's, and another server is asked directly. */
export function wayTo(url: string, way: AskWay, { target, ways }: Around): AskWay {
  const toTarget = ways.has("server") ? "server" : "compress-false";
  if (url.startsWith("/")) return way === "direct" ? toTarget : way;
  if (target !== undefined && URL.parse(url)?.origin === target) return way;
  return ways.has("server") ? "server" : "direct";
}

/** curl asks past the dev servers, and through the target proxy, so that Watch lists it. */
export function urlForCurl({ url, way }: AskForm, list: PassingList | undefined) {
  const parsed = URL.parse(url.trim(), list?.target ?? "http://localhost");
  if (url.trim() === "" || parsed === null) return undefined;
  if (way === "direct" || list === undefined) return parsed.href;
  return `http://localhost:${list.port}${parsed.pathname}${parsed.search}`;
}
