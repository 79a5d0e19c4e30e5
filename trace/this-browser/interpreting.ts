/** These measurements ask what a browser makes of the bytes of a stream (docs/facts.md, 1 and 4). */
import type { Behaviour, MeasurementName } from "../run/behaviour.ts";
import { dispatched, type Evidence, idSentBack } from "./evidence.ts";
import type { Measurement } from "./measurement.ts";

/** The page listens for this event type, beside `message`. */
export const OTHER_TYPE = "other";

/** By this event the page has got all that it will get of those before. */
const END = "end";

const end = `data: ${END}\n\n@hang\n`;

const x = "data: x\n\n";

const shows = (text: string): Behaviour => ({ does: "shows", text });

const dispatches: Behaviour = { does: "dispatches" };
const loses: Behaviour = { does: "loses" };

export const interpreting: readonly Measurement[] = [
  {
    name: "id-alone",
    script: () => `id: 7\n\n${x}${end}`,
    read: (seen) => ofEvent(seen, ({ lastEventId }) => shows(lastEventId)),
  },
  {
    name: "id-alone-sent",
    script: () => `retry: 0\nid: 1\n${x}id: 2\n\n@attempt 2+\n@status 204\n`,
    read: (seen) => {
      const id = idSentBack(seen);
      return id === undefined ? undefined : shows(id);
    },
  },
  {
    name: "id-nul",
    script: () => `@bytes 69 64 3A 20 61 00 62 0A\n${x}${end}`, // id: a␀b
    read: (seen) =>
      ofEvent(seen, ({ lastEventId }) => (lastEventId === "" ? dispatches : shows(lastEventId))),
  },
  {
    name: "data-nul",
    script: () => `@bytes 64 61 74 61 3A 20 61 00 62 0A 0A\n${end}`, // data: a␀b
    read: (seen) => ofEvent(seen, ({ data }) => shows(data)),
  },
  markedBy("bom-lf", "0A"),
  markedBy("bom-cr", "0D"),
  markedBy("bom-crlf", "0D 0A"),
  {
    name: "type-alone",
    script: () => `event: ${OTHER_TYPE}\n\n${x}${end}`,
    read: (seen) => ofEvent(seen, ({ type }) => shows(type)),
  },
];

/** A byte order mark directly followed by a line end, then one event (docs/facts.md, 4). */
function markedBy(name: MeasurementName, lineEnd: string): Measurement {
  return {
    name,
    script: () => `@bytes EF BB BF ${lineEnd}\n${x}${end}`,
    read: (seen) => ofEvent(seen, () => dispatches),
  };
}

/** Returns what is to be told of the event before the last one; that it is lost, where only the last one came. */
function ofEvent(
  seen: Evidence,
  tell: (event: NonNullable<ReturnType<typeof dispatched>>) => Behaviour,
): Behaviour | undefined {
  if (dispatched(seen, END) === undefined) return undefined;
  const first = dispatched(seen);
  return first === undefined || first.data === END ? loses : tell(first);
}
