/**
 * An event stream from bare node:http: ten ticks. A client that was cut off goes on behind the last tick that it got,
 * and one that has them all is told not to come back.
 */
import { createServer } from "node:http";

const LAST = 10;
const EVERY = 500; // ms
const HEARTBEAT = Number(process.env.HEARTBEAT ?? 15_000); // ms of silence; nginx cuts after 60 s
const MAX_UNREAD = 64 * 1024; // bytes that wait for one client

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url, "http://localhost");
  if (request.method === "GET" && pathname === "/events") sendTicks(request, response);
  else response.writeHead(404).end();
});

function sendTicks(request, response) {
  let id = lastEventId(request);
  if (id >= LAST) {
    response.writeHead(204).end(); // after a 200 that ends, an EventSource would ask again for ever
    return;
  }
  response.writeHead(200, {
    "Content-Type": "text/event-stream",
    "Cache-Control": "no-cache, no-transform", // no-transform: compressors on the way leave it alone
    "X-Accel-Buffering": "no", // nginx: hand on each event as it comes
  });
  response.write("retry: 1000\n\n"); // sends the head too, which would wait for the first tick

  const ticking = setInterval(() => {
    // A reader that can't keep up is let go: it comes back with its last id.
    if (response.writableLength > MAX_UNREAD) response.destroy();
    // JSON has no line breaks, so it is one line of data, whatever is in it.
    else response.write(`id: ${++id}\ndata: ${JSON.stringify({ tick: id })}\n\n`);
    beating.refresh();
    if (id === LAST) {
      stop();
      response.end();
    }
  }, EVERY);
  const beating = setInterval(() => response.write(":\n\n"), HEARTBEAT);

  response.on("close", () => {
    stop();
    if (!response.writableEnded) console.log(`left after ${id}`);
  });
  function stop() {
    clearInterval(ticking);
    clearInterval(beating);
  }
}

/** Here an id is a place in a row of numbers; in yours it may be one in a list, a log or a database. */
function lastEventId(request) {
  const id = request.headers["last-event-id"] ?? "";
  return /^\d+$/.test(id) ? Number(id) : 0; // anybody can send anything
}

server.listen(process.env.PORT ?? 3000, () => {
  console.log(`http://localhost:${server.address().port}/events`);
});
