/** A stranger's server for tests, on a free port of loopback: what it answers, each test says. */
import http, { type RequestListener } from "node:http";
import https from "node:https";
import { listenSomewhere } from "../../dev/testing/free-port.ts";
import { cert, key } from "../../server/target/testing/self-signed.ts";

/** A test, or several, that say what is to be done when they are over. */
export type Lasting = { after(end: () => unknown): void };

/** @returns where it listens, until the test is over */
export function foreignServer(t: Lasting, answer: RequestListener): Promise<URL> {
  return listening(t, http.createServer(answer), "http:");
}

/** Starts a server whose certificate nobody vouches for. */
export function selfSignedServer(t: Lasting, answer: RequestListener): Promise<URL> {
  return listening(t, https.createServer({ cert, key }, answer), "https:");
}

async function listening(
  t: Lasting,
  server: http.Server | https.Server,
  protocol: string,
): Promise<URL> {
  const port = await listenSomewhere(server);
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return new URL(`${protocol}//127.0.0.1:${port}/events`);
}
