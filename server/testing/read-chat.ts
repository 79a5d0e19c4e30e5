/** A client of the chat for tests: asks, and reads what it is told with our parser. */
import { createParser, type DispatchedEvent } from "../../protocol/event-stream/parser.ts";

export type Told = { status: number; headers: Headers; events: DispatchedEvent[] };

/**
 * Reads an event stream to its end.
 * @param isEnough says when to leave it before
 */
export async function read(
  response: Response,
  isEnough: (event: DispatchedEvent) => boolean = () => false,
): Promise<Told> {
  const { status, headers, body } = response;
  const events: DispatchedEvent[] = [];
  let enough = false;
  const parser = createParser({
    dispatch(event) {
      if (enough) return;
      events.push(event);
      enough = isEnough(event);
    },
  });
  for await (const chunk of body ?? []) {
    parser.push(chunk);
    if (enough) break; // closes the connection
  }
  return { status, headers, events };
}

export function textOf(events: readonly DispatchedEvent[]): string {
  return events
    .filter(({ type }) => type === "token")
    .map(({ data }) => JSON.parse(data).text)
    .join("");
}

export function dataOf(events: readonly DispatchedEvent[], type: string): unknown[] {
  return events.filter((event) => event.type === type).map(({ data }) => JSON.parse(data));
}
