/** A stranger's server for tests, on a free port of loopback: what it answers, each test says. */
import { once } from "node:events";
import http, { type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";

/** A test, or several: what is to be done when it is over. */
export type Lasting = { after(end: () => unknown): void };

/** @returns where it listens, until the test is over */
export async function foreignServer(t: Lasting, answer: RequestListener): Promise<URL> {
  const server = http.createServer(answer);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = addressOf(server);
  return new URL(`http://127.0.0.1:${port}/events`);
}

function addressOf(server: http.Server): AddressInfo {
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("it does not listen");
  return address;
}
