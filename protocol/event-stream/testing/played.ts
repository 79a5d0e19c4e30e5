/** Sends bytes through the parser for the tests, and tells what came out of it. */
import { createParser, type ParserOptions } from "../parser.ts";
import type { Dispatched, Outcome } from "../vectors/vector.ts";
import type { Buffers, WireLine } from "../wire-line.ts";

export interface ToldLine {
  line: WireLine;
  buffers: Buffers;
}

/** Returns what the parser gives for a body that comes in these chunks. Without `told` nobody hears of lines. */
export function play(
  chunks: Iterable<Uint8Array>,
  told?: ToldLine[],
  options?: ParserOptions,
): Outcome {
  const events: Dispatched[] = [];
  let reconnectionTime: number | null = null;
  const line = (line: WireLine, { dataBuffer, eventTypeBuffer, lastEventIdBuffer }: Buffers) => {
    told?.push({ line, buffers: { dataBuffer, eventTypeBuffer, lastEventIdBuffer } });
  };
  const parser = createParser(
    {
      dispatch: ({ type, data, lastEventId }) => events.push([type, data, lastEventId]),
      reconnectionTime: (ms) => {
        reconnectionTime = ms;
      },
      ...(told && { line }),
    },
    options,
  );
  for (const chunk of chunks) parser.push(chunk);
  parser.end();
  return { events, lastEventId: parser.lastEventId, reconnectionTime };
}

/** Returns a body as the chunks between these places. */
export function cutAt(body: Uint8Array, cuts: Iterable<number>): Uint8Array[] {
  const places = [0, ...[...cuts].sort((one, other) => one - other), body.length];
  return places.slice(1).map((end, index) => body.subarray(places[index], end));
}

export function byteByByte(body: Uint8Array): Uint8Array[] {
  return cutAt(body, body.keys());
}
