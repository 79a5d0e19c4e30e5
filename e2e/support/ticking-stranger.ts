/** A stranger's server that writes ticks in a rhythm of its own, for as long as the tests of one file run. */
import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { Writable } from "node:stream";
import { test } from "@playwright/test";

/** @returns what ends it before its time */
export function strangerAt(port: number, answer: RequestListener): () => Promise<void> {
  const server = createServer(answer);
  const close = async () => {
    if (!server.listening) return;
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  };
  test.describe.configure({ mode: "serial" }); // one stranger at its port
  test.beforeAll(async () => {
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
  });
  test.afterAll(close);
  return close;
}

/** @param together whether all are kept until the last one */
export async function writeTicks(to: Writable, count: number, together = false): Promise<void> {
  const kept: string[] = [];
  for (let number = 1; number <= count; number++) {
    await new Promise((resolve) => setTimeout(resolve, 500)); // a stranger's own rhythm
    const event = `data: tick ${number}\n\n`;
    if (together) kept.push(event);
    else to.write(event);
  }
  to.end(kept.join(""));
}
