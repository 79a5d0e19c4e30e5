/**
 * Each vector of our parser's own test, put to a real EventSource: it gives the same events and comes
 * back with the same last event ID, but for the departures that the vector names.
 */
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { expect, type Page, test } from "@playwright/test";
import type { Dispatched } from "../../protocol/event-stream/vectors/vector.ts";
import { vectors } from "../../protocol/event-stream/vectors.ts";

/** A client that is asked to stay away for longer is not waited for. ms */
const PATIENCE = 10_000;

/** The body of each vector once, and then a 204: an EventSource that has come back closes at that. */
class VectorServer {
  /** The Last-Event-ID of each request for each vector, "" for none. */
  readonly asked = Array.from(vectors, (): string[] => []);
  readonly #server: Server = createServer(({ url, headers }, response) => {
    const number = Number(url?.slice(1));
    const vector = vectors[number];
    const lastEventId = Buffer.from(String(headers["last-event-id"] ?? ""), "latin1").toString();
    const requests = this.asked[number]?.push(lastEventId) ?? 0;
    response.setHeader("Content-Type", vector ? "text/event-stream" : "text/html");
    if (requests > 1) response.writeHead(204);
    response.end(requests > 1 ? undefined : vector?.wire);
  });

  async listen(): Promise<string> {
    await once(this.#server.listen(0, "127.0.0.1"), "listening");
    const address = this.#server.address();
    if (typeof address !== "object" || address === null) throw new Error("no port was free");
    return `http://127.0.0.1:${address.port}/`;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

test("a real EventSource gives what our parser gives", async ({ page, browserName }) => {
  const departs = (vector: (typeof vectors)[number]) =>
    browserName === "webkit" ? undefined : vector.departs[browserName];
  const expected = vectors.map((vector) => ({ ...vector, ...departs(vector) }));
  const patient = expected.map(({ reconnectionTime }) => (reconnectionTime ?? 0) < PATIENCE);
  const types = ["message", ...expected.flatMap(({ events }) => events.map(([type]) => type))];

  const server = new VectorServer();
  await page.goto(`${await server.listen()}blank`);
  const heard = await play(page, patient, [...new Set(types)]);
  server.close();

  const outcomes = expected.map(({ rule }, number) => ({
    rule,
    events: heard[number],
    lastEventId: server.asked[number]?.[1],
  }));
  expect(outcomes).toEqual(
    expected.map(({ rule, events, lastEventId }, number) => ({
      rule,
      events,
      lastEventId: patient[number] ? lastEventId : undefined,
    })),
  );
});

/** What an EventSource for `/0`, `/1` … hears until it has closed for good; whoever is not patient plays it once. */
function play(
  page: Page,
  patient: readonly boolean[],
  types: readonly string[],
): Promise<Dispatched[][]> {
  return page.evaluate(
    ({ patient, types }) => {
      function listen(isPatient: boolean, number: number): Promise<Dispatched[]> {
        const source = new EventSource(`/${number}`);
        const events: Dispatched[] = [];
        for (const type of types) {
          source.addEventListener(type, (event) => {
            if (!(event instanceof MessageEvent)) return;
            events.push([event.type, event.data, event.lastEventId]);
          });
        }
        return new Promise((resolve) => {
          source.onerror = () => {
            if (!isPatient) source.close();
            if (source.readyState === EventSource.CLOSED) resolve(events);
          };
        });
      }
      return Promise.all(patient.map(listen)); // a browser asks six at a time, and they wait together
    },
    { patient, types },
  );
}
