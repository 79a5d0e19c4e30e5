/**
 * An event stream from Express, beside `compression`: everything is compressed but event streams, of
 * which a compressor makes one burst at the end.
 */
import compression from "compression";
import express from "express";

const LAST = 10;
const EVERY = 500; // ms
const HEARTBEAT = 15_000; // ms of silence; nginx cuts after 60 s

const app = express();
app.disable("x-powered-by");
app.use(compression({ filter: isCompressed }));

app.get("/", (_request, response) => {
  // More than 1 kB: less is not worth compressing, and is left alone.
  response.json(Array.from({ length: 200 }, (_, n) => ({ tick: n + 1 })));
});

app.get("/events", (request, response) => {
  let id = lastEventId(request);
  if (id >= LAST) {
    response.status(204).end(); // after a 200 that ends, an EventSource would ask again for ever
    return;
  }
  response.set({
    "Content-Type": "text/event-stream",
    "Cache-Control": "no-cache, no-transform", // no-transform: for the compressors further on
    "X-Accel-Buffering": "no", // nginx: hand on each event as it comes
  });
  response.write("retry: 1000\n\n"); // sends the head too, which would wait for the first tick

  const ticking = setInterval(() => {
    response.write(`id: ${++id}\ndata: ${JSON.stringify({ tick: id })}\n\n`);
    beating.refresh();
    if (id === LAST) {
      stop();
      response.end();
    }
  }, EVERY);
  const beating = setInterval(() => response.write(":\n\n"), HEARTBEAT);

  response.on("close", stop); // the client left
  function stop() {
    clearInterval(ticking);
    clearInterval(beating);
  }
});

function lastEventId(request) {
  const id = request.get("Last-Event-ID") ?? "";
  return /^\d+$/.test(id) ? Number(id) : 0; // anybody can send anything
}

/** Asked when the head is about to go out, so the type is known. */
function isCompressed(request, response) {
  const type = String(response.getHeader("Content-Type"));
  return !/^text\/event-stream/i.test(type) && compression.filter(request, response);
}

const server = app.listen(process.env.PORT ?? 3000, (error) => {
  if (error) throw error;
  console.log(`http://localhost:${server.address().port}/events`);
});
