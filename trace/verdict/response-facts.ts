/**
 * What decides on the way whether a stream is passed on or kept: three header fields and the version
 * of HTTP, by the word of the side that knows it best.
 */
import type { AttemptView } from "../run/attempt.ts";
import { headerValue } from "../run/head.ts";
import type { Run } from "../run/run.ts";

/** `value`: `null` where the field is not set. */
export type ResponseFact = { name: string; value: string | null };

/** `browser`: as it arrived in the page. `server`: as it was written; what lies between may have changed it. */
type ResponseWord = { by: "browser" | "server"; facts: readonly ResponseFact[] };

const FIELDS = ["Content-Encoding", "Cache-Control", "X-Accel-Buffering"];

/** The name under which the version stands: it is no field. */
export const HTTP_VERSION = "HTTP";

/** What is known of the responses to attempt 1: both lanes of a run go the same way. */
export function responseFacts(run: Run): readonly ResponseWord[] {
  const first = run.lanes.flatMap(({ attempts: [attempt] }) => attempt ?? []);
  const arrived = first.find(({ reception }) => reception.head !== null)?.reception.head?.headers;
  const written = first.find(({ connection }) => connection?.head)?.connection?.head?.headers;
  const byBrowser: ResponseFact[] = [];
  const byServer: ResponseFact[] = [];

  const version = versionSeen(first);
  const versionWritten = first[0]?.connection?.request?.httpVersion;
  if (version !== null) byBrowser.push({ name: HTTP_VERSION, value: version });
  else if (versionWritten !== undefined) {
    byServer.push({ name: HTTP_VERSION, value: versionWritten });
  }
  for (const name of FIELDS) {
    const seen = arrived ? headerValue(arrived, name) : null;
    const wrote = written ? headerValue(written, name) : null;
    // nginx keeps X-Accel-Buffering to itself: what did not arrive may have been written all the same.
    if (arrived && (seen !== null || wrote === null)) byBrowser.push({ name, value: seen });
    else if (written) byServer.push({ name, value: wrote });
  }
  const words: ResponseWord[] = [
    { by: "browser", facts: byBrowser },
    { by: "server", facts: byServer },
  ];
  return words.filter(({ facts }) => facts.length > 0);
}

/** As Resource Timing tells it once a response is complete, "http/1.1" or "h2"; `null` before. */
function versionSeen(attempts: readonly AttemptView[]): string | null {
  for (const { reception } of attempts) {
    const [, version] = /^h(?:ttp\/)?([\d.]+)$/.exec(reception.size?.protocol ?? "") ?? [];
    if (version !== undefined) return version;
  }
  return null;
}
