/** Target and bare pipe of target.bench.ts, each role a process of its own: what a proxy costs is not hidden in another's time. */
import { once } from "node:events";
import { createServer, request, type Server } from "node:http";
import { listenSomewhere } from "../dev/testing/free-port.ts";

export const EVENTS = 500;
const APART = 2; // ms between two events
export const BODY = 64 * 1024 * 1024;
/** Some sixteen events. */
const WRITE = Buffer.alloc(16 * 1024, `data: ${"x".repeat(1000)}\n\n`);

/** What a process tells of where it listens. */
export type Listening = Record<string, number>;

const [, , role, target] = process.argv;
if (role === "target") tell({ direct: await startTarget() });
const origin = `http://127.0.0.1:${target}`;
if (role === "pipe") tell({ pipe: await listenSomewhere(barePipe(origin)) });

function tell(ports: Listening): void {
  process.send?.(ports);
}

/** `/ticks` says in each event when it left; `/download` and `/flood`, which is events, send as fast as they are read. */
function startTarget(): Promise<number> {
  const server = createServer(async ({ url }, response) => {
    const type = url === "/download" ? "application/zip" : "text/event-stream";
    response.writeHead(200, { "Content-Type": type });
    if (url !== "/ticks") {
      for (let sent = 0; sent < BODY; sent += WRITE.length) {
        if (!response.write(WRITE)) await once(response, "drain");
      }
      response.end();
      return;
    }
    response.flushHeaders();
    let left = EVENTS;
    const timer = setInterval(() => {
      response.write(`data: ${process.hrtime.bigint()}\n\n`);
      left--;
      if (left > 0) return;
      clearInterval(timer);
      response.end();
    }, APART);
  });
  return listenSomewhere(server);
}

/** Returns what a proxy can't do without. */
function barePipe(origin: string): Server {
  return createServer((asked, response) => {
    const { method, url, headers } = asked;
    const onward = request(new URL(url ?? "/", origin), { method, headers, agent: false });
    onward.on("response", (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      response.flushHeaders();
      answer.pipe(response);
    });
    asked.pipe(onward);
  });
}
