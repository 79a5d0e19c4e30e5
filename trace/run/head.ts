/** Answers questions to a response head. */
import type { Header } from "../../protocol/script/action.ts";

export type Head = { status: number; headers: readonly Header[] };

/** Returns the value of a header, its name in any case; `null` where there is none. */
export function headerValue(headers: readonly Header[], name: string): string | null {
  const wanted = name.toLowerCase();
  return headers.find(([candidate]) => candidate.toLowerCase() === wanted)?.[1] ?? null;
}

/** The `Content-Type` as it was sent, with its parameters; "" where there is none. */
export function contentType({ headers }: Head): string {
  return headerValue(headers, "Content-Type") ?? "";
}

/** Returns the media type without its parameters, in lower case; "" where there is none. */
export function mediaType(head: Head): string {
  const [essence = ""] = contentType(head).split(";");
  return essence.trim().toLowerCase();
}

/** The `charset` of the type, as it was sent; "" where there is none. */
export function charset(head: Head): string {
  return /;\s*charset\s*=\s*"?([^";]*)/i.exec(contentType(head))?.[1]?.trim() ?? "";
}

/** Tells whether an EventSource may announce the connection: status 200 and the type `text/event-stream`. */
export function isEventStream(head: Head): boolean {
  return head.status === 200 && mediaType(head) === "text/event-stream";
}

/** What the log says of a head, whichever side tells of it. */
export type HeadFacts = { status: number; type: string; contentType: string; isStream: boolean };

export function factsOf(head: Head): HeadFacts {
  const isStream = isEventStream(head);
  return { status: head.status, type: mediaType(head), contentType: contentType(head), isStream };
}

/** Tells whether a browser asks at another address by itself, without the page's seeing it. */
export function isRedirect(head: Pick<Head, "status"> | null): boolean {
  return head !== null && [301, 302, 303, 307, 308].includes(head.status);
}

const CODINGS = new Set(["br", "gzip", "deflate", "zstd"]);

/** Returns the compression that a head names; `null` for none, and for `none` or `identity`. */
export function compression(head: Head): string | null {
  const coding = headerValue(head.headers, "Content-Encoding")?.trim().toLowerCase();
  return coding !== undefined && CODINGS.has(coding) ? coding : null;
}

/** The path that a URL asks for, as it stands, without what every request of a run has: its trace and its lane. */
export function pathOf({ pathname, search }: URL): string {
  const parts = search.slice(1).split("&");
  const others = parts.filter((part) => !/^(trace|lane)=/.test(part)).join("&");
  return `${pathname}${others && "?"}${others}`;
}
