/** These measurements ask what a browser makes of a response head, and when it tells (docs/facts.md, 1 and 3). */
import type { Behaviour, MeasurementName } from "../run/behaviour.ts";
import { bodyCameAfter, dispatched, type Evidence, failed, opened, sinceBody } from "./evidence.ts";
import type { Measurement } from "./measurement.ts";

/** The body comes so long after its head: much longer than a machine that is busy takes for either. */
const BODY_LATER = "800ms";

/** A page that was not told by then is not told while the stream goes on. ms */
const NOT_TOLD = 3000;

const event = "data: x\n\n@hang\n";

/** Few bytes come, and now and then a few more. */
const events = "@repeat 10\ndata: x\n\n@wait 300ms\n@end\n@hang\n";

export const answering: readonly Measurement[] = [
  {
    name: "open",
    script: () => `@wait ${BODY_LATER}\n${event}`,
    read: opensAt, // docs/facts.md, 3
  },
  decidedBy("charset", `@header Content-Type: text/event-stream; charset=iso-8859-1\n${events}`),
  decidedBy("type-plain", `@header Content-Type: text/plain\n${events}`),
  decidedBy("type-html", `@header Content-Type: text/html\n${events}`),
  decidedBy("status-204", "@status 204\n"),
  decidedBy("status-500", "@status 500\n"),
  decidedBy("status-503", "@status 503\n@header Retry-After: 1\n"),
];

/** Measures what docs/facts.md, 1, "What the response head decides", tells. */
function decidedBy(name: MeasurementName, script: string): Measurement {
  return { name, script: () => script, read: decided };
}

function decided(seen: Evidence): Behaviour | undefined {
  const error = failed(seen);
  if (error !== undefined) return { does: error.readyState === 2 ? "gives-up" : "asks-again" };
  if (opened(seen) !== undefined) return { does: "opens" };
  return (sinceBody(seen) ?? 0) >= NOT_TOLD ? { does: "waits", ms: NOT_TOLD } : undefined;
}

/** Compares each side by its own clock: at the head, the page waits for the event about as long as the server did. */
function opensAt(seen: Evidence): Behaviour | undefined {
  const [open, first, waited] = [opened(seen), dispatched(seen), bodyCameAfter(seen)];
  if (open === undefined || first === undefined || waited === undefined) return undefined;
  return { does: "opens-at", at: first.at - open.at > waited / 2 ? "head" : "first-byte" };
}
