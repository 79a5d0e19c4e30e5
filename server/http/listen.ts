/** Says where the server can be reached: on this machine only, unless HOST opens it to a room. */
import { createServer } from "node:net";
import type { FastifyInstance } from "fastify";

const LOOPBACK_6 = "::1"; // a machine may have none

/**
 * Listens on 127.0.0.1 and ::1, or on `host` alone.
 * @returns the port
 * @throws Error whose message is one line that says what to do where the port is taken
 */
export async function listen(app: FastifyInstance, port: number, host?: string): Promise<number> {
  try {
    await app.listen({ port, host: host ?? "127.0.0.1" });
    const address = app.server.address();
    const bound = typeof address === "object" && address !== null ? address.port : port;
    if (host === undefined) await listenOnLoopback6(app, bound);
    return bound;
  } catch (error) {
    throw new Error(explain(error, port, host), { cause: error });
  }
}

/**
 * Fastify listens once; connections to the other loopback address are handed to its server, for as
 * long and as often as that listens.
 */
function listenOnLoopback6(app: FastifyInstance, port: number): Promise<void> {
  const door = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
    if (app.server.listening) app.server.emit("connection", socket);
    else socket.destroy(); // it came just as the door closed
  });
  door.maxConnections = app.server.maxConnections;
  const place = { port, host: LOOPBACK_6 };
  app.server.on("close", () => door.close());
  app.server.on("listening", () => door.listen(place));
  return new Promise((resolve, reject) => {
    door.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE") reject(error);
      else resolve(); // there is no ::1
    });
    door.listen(place, resolve);
  });
}

function explain(error: unknown, port: number, host: string | undefined): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE") {
    return `port ${port} is in use; end what uses it, or choose another one: SERVER_PORT=${port + 1}`;
  }
  if (code === "EACCES") {
    return `port ${port} is not for everybody to use; choose another one: SERVER_PORT=3333`;
  }
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") {
    return `HOST is "${host}", which is no address of this machine; write HOST=0.0.0.0 for all of them`;
  }
  return error instanceof Error ? error.message : String(error);
}
