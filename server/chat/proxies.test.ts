import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import { connect, createServer as createTcpServer, type Socket } from "node:net";
import { type TestContext, test } from "node:test";
import { Microsocks } from "../testing/microsocks.ts";
import { dataOf, read, textOf } from "../testing/read-chat.ts";
import { beginStream, ENDING, StubModel, says } from "../testing/stub-model.ts";
import { startServer } from "../testing/test-server.ts";

/** A byte a write, so that each comes as it likes. */
function trickling(response: ServerResponse): void {
  beginStream(response);
  for (const byte of Buffer.from(says("é中") + says("😀") + ENDING))
    response.write(Buffer.of(byte));
  response.end();
}

function endless(response: ServerResponse): void {
  beginStream(response);
  response.write(says("1"));
}

async function freePort(): Promise<number> {
  const server = createTcpServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const port = portOf(server.address());
  server.close();
  await once(server, "close");
  return port;
}

function portOf(address: unknown): number {
  assert.ok(typeof address === "object" && address !== null && "port" in address);
  return Number(address.port);
}

/** A proxy that takes CONNECT, or refuses it with a status. `hosts`: where it was to go. */
async function connectProxy(t: TestContext, refusal?: number) {
  const hosts: string[] = [];
  const sockets = new Set<Socket>();
  const proxy = createServer();
  proxy.on("connect", ({ url = "" }, client: Socket) => {
    hosts.push(url);
    if (refusal !== undefined) return client.end(`HTTP/1.1 ${refusal} No\r\n\r\n`);
    const { hostname: host, port } = new URL(`http://${url}`);
    const target = connect({ host, port: Number(port) }, () => {
      client.write("HTTP/1.1 200 OK\r\n\r\n");
      client.pipe(target).pipe(client);
    });
    for (const socket of [client, target]) sockets.add(socket.on("error", () => {}));
    client.on("close", () => target.destroy());
    return client;
  });
  proxy.listen(0, "127.0.0.1");
  await once(proxy, "listening");
  t.after(() => {
    for (const socket of sockets) socket.destroy();
    proxy.close();
  });
  return { port: portOf(proxy.address()), hosts };
}

/** Asks once, through the proxy that the environment names. */
async function askThrough(t: TestContext, env: Readonly<Record<string, string>>) {
  const stub = new StubModel(t, trickling);
  const model = await stub.model(env);
  const server = await startServer(t, {}, model);
  const { events } = await read(await fetch(server.url("/api/chat?prompt=Hi")));
  return { events, host: model.url.host, asked: stub.asked.length };
}

test("the answer comes through a SOCKS server", async (t) => {
  const socks = await Microsocks.start(t, await freePort());
  const env = { SOCKS_PROXY: `socks5://127.0.0.1:${socks.port}` };
  const { events, host } = await askThrough(t, env);
  assert.ok(socks.log.includes(`connected to ${host}`));
  assert.equal(textOf(events), "é中😀");
  assert.equal(events.at(-1)?.data, "[DONE]");
});

test("Stop closes the connection to the model through a SOCKS server too", async (t) => {
  const { promise: begun, resolve } = Promise.withResolvers<ServerResponse>();
  const stub = new StubModel(t, (response) => {
    endless(response);
    resolve(response);
  });
  const socks = await Microsocks.start(t, await freePort());
  const model = await stub.model({ SOCKS_PROXY: `socks5://127.0.0.1:${socks.port}` });
  const server = await startServer(t, {}, model);
  const reader = server.ask("GET /api/chat?prompt=Hi HTTP/1.1");
  await reader.until('"text":"1"');
  assert.ok(socks.log.includes(`connected to ${model.url.host}`));
  const [, id = ""] = /"answer":"(\w+)"/.exec(reader.received) ?? [];
  const closed = once(await begun, "close");
  await fetch(server.url(`/api/chat/answers/${id}`), { method: "DELETE" });
  await closed;
});

test("the answer comes through an HTTP proxy, as a tunnel", async (t) => {
  const { port, hosts } = await connectProxy(t);
  const { events, host } = await askThrough(t, { HTTPS_PROXY: `http://127.0.0.1:${port}` });
  assert.equal(textOf(events), "é中😀");
  assert.deepEqual(hosts, [host]);
});

const refusals: [
  name: string,
  proxy: (t: TestContext) => Promise<Record<string, string>>,
  why: RegExp,
][] = [
  [
    "an HTTP proxy that wants a password",
    async (t) => {
      const { port } = await connectProxy(t, 407);
      return { HTTPS_PROXY: `http://me:hunter2@127.0.0.1:${port}` };
    },
    /\(it answered 407\)/,
  ],
  [
    "a SOCKS server that takes another password",
    async (t) => {
      const { port } = await Microsocks.start(t, await freePort(), "-u", "me", "-P", "other");
      return { SOCKS_PROXY: `socks5://me:hunter2@127.0.0.1:${port}` };
    },
    /\(it takes another user or password: UND_ERR_SOCKS5_AUTH_FAILED\)/,
  ],
  [
    "a SOCKS server that is not there",
    async () => ({ SOCKS_PROXY: `socks5://127.0.0.1:${await freePort()}` }),
    /\(nobody listens there: ECONNREFUSED\)/,
  ],
  [
    "an HTTP proxy that is not there",
    async () => ({ HTTPS_PROXY: `http://127.0.0.1:${await freePort()}` }),
    /\(nobody listens there: ECONNREFUSED\)/,
  ],
];
for (const [name, proxy, why] of refusals) {
  test(`proxy: ${name}`, async (t) => {
    const { events, asked } = await askThrough(t, await proxy(t));
    const [failure] = dataOf(events, "failure");
    const said = JSON.stringify(failure);
    assert.match(said, /^\{"kind":"proxy","detail":"the proxy 127\.0\.0\.1:\d+ made no connection/);
    assert.match(said, why);
    assert.doesNotMatch(said, /hunter2/);
    assert.equal(asked, 0);
  });
}
