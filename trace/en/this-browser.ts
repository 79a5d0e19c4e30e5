/** Says what is measured in the reader's own browser, in English, beside the standard's own words. */

import type { Behaviour, MeasurementName } from "../run/behaviour.ts";
import { browsers } from "../run/browsers.ts";
import { duration, milliseconds } from "./figures.ts";
import {
  announce,
  byteOrderMark,
  charsetStep,
  data,
  endOfBody,
  id,
  idStays,
  initialTime,
  networkError,
  noContent,
  refuse,
  retry,
  type StandardStep,
  sameRequest,
  waitMore,
  withoutData,
} from "./standard-quotes.ts";

/** What each measurement asks, and the step of the standard that it follows. */
export const questions: Readonly<
  Record<MeasurementName, { what: string; standard: StandardStep }>
> = {
  "default-time": {
    what: "Reconnection time, where the stream sets none",
    standard: initialTime,
  },
  "retry-0": { what: "Reconnection time after `retry: 0`", standard: waitMore },
  "retry-100": { what: "Reconnection time after `retry: 100`", standard: waitMore },
  "retry-empty": { what: "`retry: 1500`, then `retry:` without a value", standard: retry },
  "retry-huge": { what: "`retry: 700`, then a `retry` above 2⁶⁴", standard: retry },
  "proper-end": { what: "The server ends the response properly", standard: endOfBody },
  "early-cut": {
    what: "The connection is cut before the answer’s first byte: it repeats the request at once",
    standard: networkError,
  },
  refused: { what: "The connection is refused, at another origin", standard: networkError },
  "moved-301": { what: "After a `301`, it reconnects to", standard: sameRequest },
  "moved-307": { what: "After a `307`, it reconnects to", standard: sameRequest },
  open: { what: "The body comes 800 ms after its head: `open` fires", standard: announce },
  "status-204": { what: "Status `204`", standard: noContent },
  "status-500": { what: "Status `500`", standard: refuse },
  "status-503": { what: "Status `503` with `Retry-After: 1`", standard: refuse },
  "type-html": { what: "The type `text/html`", standard: refuse },
  "type-plain": { what: "The type `text/plain`, and a few bytes", standard: refuse },
  charset: { what: "The type `text/event-stream; charset=iso-8859-1`", standard: charsetStep },
  "id-alone": {
    what: "`id: 7` in a block without data: `lastEventId` of the next event",
    standard: idStays,
  },
  "id-alone-sent": {
    what: "`id: 1` with data, `id: 2` without: `Last-Event-ID` of the next request",
    standard: idStays,
  },
  "type-alone": {
    what: "`event: other` in a block without data: type of the next event",
    standard: withoutData,
  },
  "id-nul": { what: "An `id` with a NUL in it, and data", standard: id },
  "data-nul": { what: "A NUL in `data`, between a and b", standard: data },
  "bom-lf": { what: "A byte order mark, LF, then an event", standard: byteOrderMark },
  "bom-cr": { what: "A byte order mark, CR, then an event", standard: byteOrderMark },
  "bom-crlf": { what: "A byte order mark, CRLF, then an event", standard: byteOrderMark },
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
