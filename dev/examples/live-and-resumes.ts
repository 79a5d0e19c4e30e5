/**
 * Whether a server's stream is live, and whether it goes on where a client was cut off: asked as a browser asks,
 * read by our own parser. The stream must have four events or more, with ids.
 */
import { createParser, type DispatchedEvent } from "../../protocol/event-stream/parser.ts";

/** Events to look at. */
const LOOKED_AT = 4;
/** How far behind it breaks off. */
const SEEN = 2;

/** `read`: in which read of the body it came. */
type Arrived = DispatchedEvent & { read: number };

/**
 * Asks `url` twice, the second time with the `Last-Event-ID` of an event of the first.
 * @param headers such as `Authorization`
 * @returns a clause that says what was seen
 * @throws {Error} whose message is a sentence that says what is wrong
 */
export async function liveAndResumes(
  url: string,
  signal: AbortSignal,
  headers: Readonly<Record<string, string>> = {},
): Promise<string> {
  const first = await firstEvents(url, LOOKED_AT, signal, headers);
  const reads = new Set(first.map(({ read }) => read)).size;
  // Two may come together on a busy machine; a compressor or a buffer lets none out before the end.
  if (reads < LOOKED_AT - 1) {
    throw new Error(
      `${url} is not live: its first ${LOOKED_AT} events came in ${count(reads, "piece")}`,
    );
  }
  const { lastEventId = "" } = first[SEEN - 1] ?? {};
  const expected = first[SEEN];
  if (lastEventId === "") throw new Error(`${url} can't be resumed: its events have no ids`);
  const resume = { ...headers, "Last-Event-ID": lastEventId };
  const [next] = await firstEvents(url, 1, signal, resume);
  if (next?.lastEventId !== expected?.lastEventId || next?.data !== expected?.data) {
    throw new Error(
      `${url} does not resume: behind id ${lastEventId} came ${next?.lastEventId}, not ${expected?.lastEventId}`,
    );
  }
  return `live (${LOOKED_AT} events in ${count(reads, "piece")}), resumes (behind ${lastEventId} comes ${next?.lastEventId})`;
}

/** The first `wanted` events; then it leaves. */
async function firstEvents(
  url: string,
  wanted: number,
  signal: AbortSignal,
  headers: Readonly<Record<string, string>>,
): Promise<Arrived[]> {
  const response = await fetch(url, {
    // As browsers ask on loopback: whoever asks for no compression sees every stream live.
    headers: { ...headers, Accept: "text/event-stream", "Accept-Encoding": "gzip, deflate, br" },
    signal,
  });
  if (response.status !== 200) throw new Error(`${url} answered ${response.status}`);
  const events: Arrived[] = [];
  let read = 0;
  const parser = createParser({ dispatch: (event) => events.push({ ...event, read }) });
  for await (const bytes of response.body ?? []) {
    read++;
    parser.push(bytes);
    if (events.length >= wanted) return events.slice(0, wanted); // and the body is let go of
  }
  throw new Error(`${url} ended after ${count(events.length, "event")} of ${wanted}`);
}

function count(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? "" : "s"}`;
}
