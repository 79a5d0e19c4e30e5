/** Finds free ports of loopback, for tests and what they start. */
import { once } from "node:events";
import type { Server } from "node:net";
import { takenPorts } from "../free-ports.ts";

/** Has a server listen on a free port, and tells which. */
export async function listenSomewhere(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("it does not listen");
  return address.port;
}

/** Returns a port that nobody listens on. It lies below those that systems hand out: no connection gets it while a test's server is down. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 10_000 + Math.floor(Math.random() * 20_000);
    if ((await takenPorts({ port })).length === 0) return port;
  }
}
