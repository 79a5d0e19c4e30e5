/** Says what both sides told of one measurement, and the questions to it. Each side is asked by its own clock. */
import { headerValue } from "../run/head.ts";
import type { BrowserRecord, ConnectionRecord } from "../run/records.ts";

type Unowned<R> = R extends BrowserRecord ? Omit<R, "side" | "lane"> : never;

/** What an EventSource showed to the page. `at`: ms, page's clock. */
export type PageNote = Unowned<BrowserRecord>;

export type Evidence = {
  /** What the tap told, in the server's order. `at`: epoch ms, server's clock. */
  readonly server: readonly ConnectionRecord<string>[];
  readonly page: readonly PageNote[];
  /** The server has told all that it did before. Epoch ms, its clock. */
  readonly toldUntil: number;
};

type Kind<R, K> = R extends { kind: K } ? R : never;

function serverFacts<K extends ConnectionRecord<string>["kind"]>(seen: Evidence, kind: K) {
  return seen.server.filter(
    (record): record is Kind<ConnectionRecord<string>, K> => record.kind === kind,
  );
}

function pageFacts<K extends PageNote["kind"]>(seen: Evidence, kind: K) {
  return seen.page.filter((note): note is Kind<PageNote, K> => note.kind === kind);
}

/** The requests that reached the server, in its order. */
export function requests(seen: Evidence) {
  return serverFacts(seen, "request");
}

/** Returns how long after the end of each response the next request came. ms */
export function gaps(seen: Evidence): number[] {
  const asked = requests(seen);
  return serverFacts(seen, "end").flatMap(({ attempt, at }) => {
    const next = asked.find((request) => request.attempt === attempt + 1);
    return next === undefined ? [] : [next.at - at];
  });
}

/** Returns how long ago the last record of that kind was, by the server's clock; `undefined` before the first. ms */
export function sinceLast(seen: Evidence, kind: "request" | "end"): number | undefined {
  const last = serverFacts(seen, kind).at(-1);
  return last && seen.toldUntil - last.at;
}

/** Returns how long ago the first byte of the body was written, by the same clock. ms */
export function sinceBody(seen: Evidence): number | undefined {
  const [first] = serverFacts(seen, "write");
  return first && seen.toldUntil - first.at;
}

/** Returns how long the server kept the first byte of the body back after it sent the head. ms */
export function bodyCameAfter(seen: Evidence): number | undefined {
  const [head] = serverFacts(seen, "head");
  const [write] = serverFacts(seen, "write");
  return head && write && write.at - head.at;
}

/** Returns the `Last-Event-ID` of the second request; "" for none. */
export function idSentBack(seen: Evidence): string | undefined {
  const again = requests(seen)[1];
  return again && (headerValue(again.headers, "Last-Event-ID") ?? "");
}

export function opened(seen: Evidence) {
  return pageFacts(seen, "open")[0];
}

export function failed(seen: Evidence) {
  return pageFacts(seen, "error")[0];
}

/** The first event whose data that is, or the first of all. */
export function dispatched(seen: Evidence, data?: string) {
  return pageFacts(seen, "dispatch").find((event) => data === undefined || event.data === data);
}
