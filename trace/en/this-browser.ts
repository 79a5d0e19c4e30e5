/** Says what is measured in the reader's own browser, beside the standard's own words. */

import type { Behaviour, MeasurementName } from "../run/behaviour.ts";
import { browsers } from "../run/browsers.ts";
import { duration, milliseconds } from "./figures.ts";
import * as quotes from "./standard-quotes.ts";

/** What each measurement asks, and the step of the standard that it follows. */
export const questions: Readonly<
  Record<MeasurementName, { what: string; standard: quotes.StandardStep }>
> = {
  "default-time": {
    what: "Reconnection time, where the stream sets none",
    standard: quotes.initialTime,
  },
  "retry-0": { what: "Reconnection time after `retry: 0`", standard: quotes.waitMore },
  "retry-100": { what: "Reconnection time after `retry: 100`", standard: quotes.waitMore },
  "retry-empty": { what: "`retry: 1500`, then `retry:` without a value", standard: quotes.retry },
  "retry-huge": { what: "`retry: 700`, then a `retry` above 2⁶⁴", standard: quotes.retry },
  "proper-end": { what: "The server ends the response properly", standard: quotes.endOfBody },
  "early-cut": {
    what: "The connection is cut before the answer’s first byte: it repeats the request at once",
    standard: quotes.networkError,
  },
  refused: { what: "The connection is refused, at another origin", standard: quotes.networkError },
  "moved-301": { what: "After a `301`, it reconnects to", standard: quotes.sameRequest },
  "moved-307": { what: "After a `307`, it reconnects to", standard: quotes.sameRequest },
  open: { what: "The body comes 800 ms after its head: `open` fires", standard: quotes.announce },
  "status-204": { what: "Status `204`", standard: quotes.noContent },
  "status-500": { what: "Status `500`", standard: quotes.refuse },
  "status-503": { what: "Status `503` with `Retry-After: 1`", standard: quotes.refuse },
  "type-html": { what: "The type `text/html`", standard: quotes.refuse },
  "type-plain": { what: "The type `text/plain`, and a few bytes", standard: quotes.refuse },
  charset: {
    what: "The type `text/event-stream; charset=iso-8859-1`",
    standard: quotes.charsetStep,
  },
  "id-alone": {
    what: "`id: 7` in a block without data: `lastEventId` of the next event",
    standard: quotes.idStays,
  },
  "id-alone-sent": {
    what: "`id: 1` with data, `id: 2` without: `Last-Event-ID` of the next request",
    standard: quotes.idStays,
  },
  "type-alone": {
    what: "`event: other` in a block without data: type of the next event",
    standard: quotes.withoutData,
  },
  "id-nul": { what: "An `id` with a NUL in it, and data", standard: quotes.id },
  "data-nul": { what: "A NUL in `data`, between a and b", standard: quotes.data },
  "bom-lf": { what: "A byte order mark, LF, then an event", standard: quotes.byteOrderMark },
  "bom-cr": { what: "A byte order mark, CR, then an event", standard: quotes.byteOrderMark },
  "bom-crlf": { what: "A byte order mark, CRLF, then an event", standard: quotes.byteOrderMark },
};

export function answer(answer: Behaviour): string {
  switch (answer.does) {
    case "asks-after":
      return answer.ms === 0 ? "at once" : milliseconds(answer.ms);
    case "asks-not":
      return `has not asked again in ${duration(answer.within)}`;
    case "asks-again":
      return "asks again";
    case "gives-up":
      return "gives up for good";
    case "opens":
      return "opens, and reads it";
    case "opens-at":
      return answer.at === "head" ? "at the head" : "at the first byte of the body";
    case "waits":
      return `says nothing for ${duration(answer.ms)}`;
    case "repeats":
      return `${answer.times} times`;
    case "repeats-if-used":
      return "only on a connection used before";
    case "reconnects-to":
      return answer.address === "first" ? "the first address" : "the final address";
    case "dispatches":
      return "dispatches the event";
    case "loses":
      return "no event";
    case "shows":
      return answer.text === "" ? "the empty string" : `“${answer.text}”`;
  }
}

export const tableTexts = {
  title: (browser: string) => `EventSource in ${browser}, measured`,
  head: (browser: string) => [
    "What is asked",
    `${browser}, measured`,
    `${browsers.chromium.name}, recorded`,
    `${browsers.firefox.name}, recorded`,
    "The standard",
  ],
  differs: (answer: string) => `${answer} (not as recorded)`,
  unmeasured: "not measured",
};
