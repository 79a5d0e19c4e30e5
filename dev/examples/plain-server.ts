/** A stream that asks nothing of those on its way: what is live then is so by their configuration alone. */
import { createServer } from "node:http";
import { listenSomewhere } from "../testing/free-port.ts";

const EVENTS = 10;
const EVERY = 300; // ms

/** @returns its address as `host:port`, and what ends it */
export async function startPlainServer(): Promise<{ host: string; end(): void }> {
  const server = createServer((request, response) => {
    let id = Number(request.headers["last-event-id"] ?? 0);
    response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-cache" });
    const ticking = setInterval(() => {
      response.write(`id: ${++id}\ndata: ${id}\n\n`);
      if (id === EVENTS) response.end();
    }, EVERY);
    response.on("close", () => clearInterval(ticking));
  });
  return {
    host: `127.0.0.1:${await listenSomewhere(server)}`,
    end() {
      server.close();
      server.closeAllConnections();
    },
  };
}
