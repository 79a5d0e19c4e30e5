/** What a browser sends of its own accord; docs/facts.md, 1 and 5. */
import zlib from "node:zlib";
import type { Header } from "../protocol/script/action.ts";

/** Whether this Node can read what is compressed by zstd: from 22.15 and 23.8 on. */
export const knowsZstd = typeof zlib.createZstdDecompress === "function";

/** Whether a browser takes the origin for trustworthy: elsewhere it accepts neither br nor zstd. */
export function isTrustworthy({ protocol, hostname }: URL): boolean {
  return (
    protocol === "https:" ||
    hostname === "localhost" ||
    hostname.endsWith(".localhost") ||
    hostname === "[::1]" ||
    /^127\./.test(hostname)
  );
}

/** The codings that Chromium would accept from there, but for one that this Node can't read. */
export function acceptEncoding(url: URL): string {
  if (!isTrustworthy(url)) return "gzip, deflate";
  return knowsZstd ? "gzip, deflate, br, zstd" : "gzip, deflate, br";
}

/**
 * Returns the headers of a request: the browser's own, and in the place of some those that were `given`; one without
 * a value leaves that one out.
 * @param coded whether any coding is accepted
 */
export function requestHeaders(url: URL, given: readonly Header[], coded: boolean): Header[] {
  const own: Header[] = [
    ["Accept", "text/event-stream"],
    ["Accept-Language", "en-US,en;q=0.9"],
    ["Cache-Control", "no-cache"],
    ["Connection", "keep-alive"],
    ["Pragma", "no-cache"],
    ["Sec-Fetch-Dest", "empty"],
    ["Sec-Fetch-Mode", "cors"],
    ["Sec-Fetch-Site", "same-origin"],
    ["User-Agent", "Mozilla/5.0 (compatible; sse-playground-probe)"],
    ...(coded ? [["Accept-Encoding", acceptEncoding(url)] as const] : []),
  ];
  const names = new Set(given.map(([name]) => name.toLowerCase()));
  return [
    ...own.filter(([name]) => !names.has(name.toLowerCase())),
    ...given.filter(([, value]) => value !== ""),
  ];
}
