/** Tells whether a server's stream is live, as the probe tells, and whether it goes on where a client was cut off. */

import { exitStatus } from "../../probe/exit-status.ts";
import { times } from "../../probe/limits.ts";
import { readOptions } from "../../probe/options.ts";
import { probe, type Tells } from "../../probe/probe.ts";
import { createParser, type DispatchedEvent } from "../../protocol/event-stream/parser.ts";

/** Events, behind which a client breaks off. */
const SEEN = 2;

const silently: Tells = { asking() {}, record() {}, redirected() {}, letGo() {} };

/**
 * Probes `url`, and asks it twice more, the second time with the `Last-Event-ID` of an event of the first.
 * @param headers such as `Authorization`
 * @returns a clause that says what was seen
 * @throws {Error} whose message is a sentence that says what is wrong
 */
export async function liveAndResumes(
  url: string,
  signal: AbortSignal,
  headers: Readonly<Record<string, string>> = {},
): Promise<string> {
  const described = Object.entries(headers).flatMap(([name, value]) => ["-H", `${name}: ${value}`]);
  const options = readOptions([...described, url]);
  if (options === "help") throw new Error(`${url} is no address`);
  const { one } = await probe(options, silently, signal, times);
  if (exitStatus[one.word] !== 0)
    throw new Error(`${url} is not live; the probe says: ${one.word}`);

  const first = await firstEvents(url, SEEN + 1, signal, headers);
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
  return `live, resumes (behind ${lastEventId} comes ${next?.lastEventId})`;
}

/** Reads the first `wanted` events; then it leaves. */
async function firstEvents(
  url: string,
  wanted: number,
  signal: AbortSignal,
  headers: Readonly<Record<string, string>>,
): Promise<DispatchedEvent[]> {
  const response = await fetch(url, {
    headers: { ...headers, Accept: "text/event-stream" },
    signal,
  });
  if (response.status !== 200) throw new Error(`${url} answered ${response.status}`);
  const events: DispatchedEvent[] = [];
  const parser = createParser({ dispatch: (event) => events.push(event) });
  for await (const bytes of response.body ?? []) {
    parser.push(bytes);
    if (events.length >= wanted) return events.slice(0, wanted); // and the body is let go of
  }
  throw new Error(`${url} ended after ${events.length} of ${wanted} events`);
}
