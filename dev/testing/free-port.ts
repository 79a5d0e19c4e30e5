/** Finds free ports of loopback, for tests and what they start. */
import { once } from "node:events";
import { createServer, type Server } from "node:net";

/** Has a server listen on a free port, and tells which. */
export async function listenSomewhere(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("it does not listen");
  return address.port;
}

export async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listenSomewhere(server);
  server.close();
  await once(server, "close");
  return port;
}
