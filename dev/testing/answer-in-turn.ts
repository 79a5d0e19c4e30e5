/** A server for the tests of clients: what each request is answered is written beside what is expected of it. */
import { createServer, type ServerResponse } from "node:http";
import { listenSomewhere } from "./free-port.ts";

export type Respond = (response: ServerResponse) => void;

/** What a request said: `url` is path and query, `lastEventId` is decoded, `undefined` without the header. */
export type Heard = { url: string | undefined; lastEventId: string | undefined };

/**
 * Starts a server on a free port of loopback that gives these answers in turn, and 500 after them. It
 * ends with the test.
 * @returns its origin, and each request that it has heard; grows
 */
export async function answerInTurn(
  t: { after(done: () => void): void },
  answers: readonly Respond[],
): Promise<{ origin: string; heard: readonly Heard[] }> {
  const heard: Heard[] = [];
  const server = createServer((request, response) => {
    request.resume();
    const id = request.headers["last-event-id"];
    const answer = answers[heard.length];
    heard.push({
      url: request.url,
      // Headers are read byte by byte; the id in them is UTF-8.
      lastEventId: id === undefined ? undefined : Buffer.from(String(id), "latin1").toString(),
    });
    if (answer === undefined) response.writeHead(500).end();
    else answer(response);
  });
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return { origin: `http://127.0.0.1:${await listenSomewhere(server)}`, heard };
}
