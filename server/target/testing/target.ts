/** A stranger's server for tests, and the target proxy before it: both on free ports. */
import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import { createServer as createRaw, type Server as RawServer, type Socket } from "node:net";
import type { TestContext } from "node:test";
import type { Passing } from "../../../trace/run/passing.ts";
import type { RawRecord } from "../../tap/kept-records.ts";
import { RawClient } from "../../testing/raw-client.ts";
import type { Target } from "../settings.ts";
import { TargetProxy } from "../target-proxy.ts";

export type Proxied = {
  port: number;
  origin: string;
  proxy: TargetProxy;
  url(path: string): string;
  /** Asks the proxy by a raw socket, with a Host that names it and an empty line added. */
  ask(requestLine: string, ...headers: string[]): RawClient;
  /** What is listed; waits until it satisfies. */
  listed(isEnough: (passing: readonly Passing[]) => boolean): Promise<readonly Passing[]>;
  /** What the tap was told of one. */
  told(number: number): RawRecord[];
};

/** A proxy before a server that answers so. */
export async function proxied(t: TestContext, answer: RequestListener): Promise<Proxied> {
  const server = createServer(answer);
  t.after(() => server.closeAllConnections());
  return proxyBefore(t, server);
}

/** A proxy before a bare socket, which says whatever it likes. */
export function proxiedRaw(t: TestContext, take: (socket: Socket) => void): Promise<Proxied> {
  const sockets: Socket[] = [];
  const server = createRaw({ allowHalfOpen: true }, (socket) => {
    sockets.push(socket);
    socket.on("error", () => {});
    take(socket);
  });
  t.after(() => {
    for (const socket of sockets) socket.destroy();
  });
  return proxyBefore(t, server);
}

/** A proxy before a server that is not listening yet. */
export async function proxyBefore(
  t: TestContext,
  server: Server | RawServer,
  scheme = "http",
  settings: Partial<Target> = {},
): Promise<Proxied> {
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("no port");
  t.after(() => {
    server.close();
  });
  return proxyTo(t, `${scheme}://localhost:${address.port}`, settings);
}

export async function proxyTo(
  t: TestContext,
  origin: string,
  settings: Partial<Target> = {},
): Promise<Proxied> {
  const proxy = new TargetProxy({ origin, port: 0, selfSigned: false, ...settings });
  const port = await proxy.listen();
  t.after(() => proxy.close());
  const { watched } = proxy;
  return {
    port,
    origin,
    proxy,
    url: (path) => `http://localhost:${port}${path}`,
    ask: (line, ...headers) =>
      new RawClient(t, port, [line, `Host: localhost:${port}`, ...headers, "", ""].join("\n")),
    async listed(isEnough) {
      const signal = AbortSignal.timeout(20_000);
      const changes = new EventTarget();
      const forget = watched.onChange(() => changes.dispatchEvent(new Event("change")));
      while (!isEnough(watched.list.passing)) await once(changes, "change", { signal });
      forget();
      return watched.list.passing;
    },
    told(number) {
      const told: RawRecord[] = [];
      for (const { record } of watched.tap.recordsOf(String(number)).after(0)) {
        if (record.kind !== "forgotten") told.push(record);
      }
      return told;
    },
  };
}
