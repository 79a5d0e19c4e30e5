/** The stream behind the page: ticks, for whoever has the token. */
import { createServer } from "node:http";

const LAST = 100;
const EVERY = 500; // ms
const TOKEN = process.env.TOKEN ?? "let-me-in";

const server = createServer((request, response) => {
  if (request.headers.authorization !== `Bearer ${TOKEN}`) {
    response.writeHead(401, { "WWW-Authenticate": "Bearer" }).end();
    return;
  }
  const header = request.headers["last-event-id"] ?? "";
  let id = /^\d+$/.test(header) ? Number(header) : 0;
  if (id >= LAST) {
    response.writeHead(204).end(); // do not come back
    return;
  }
  console.log(`asked behind ${id}`);
  response.writeHead(200, {
    "Content-Type": "text/event-stream",
    "Cache-Control": "no-cache, no-transform",
  });
  response.write("retry: 1000\n\n");
  const ticking = setInterval(() => {
    response.write(`id: ${++id}\ndata: ${JSON.stringify({ tick: id })}\n\n`);
    if (id < LAST) return;
    clearInterval(ticking);
    response.end();
  }, EVERY);
  response.on("close", () => {
    clearInterval(ticking);
    console.log(`left after ${id}`);
  });
});

server.listen(process.env.PORT ?? 3001, () => {
  console.log(`http://localhost:${server.address().port}/events`);
});
