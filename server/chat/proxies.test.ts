import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import { connect, type Socket } from "node:net";
import { type TestContext, test } from "node:test";
import { freePort, listenSomewhere } from "../../dev/testing/free-port.ts";
import { ENDING, says } from "../testing/completions.ts";
import { Microsocks } from "../testing/microsocks.ts";
import { dataOf, read, textOf } from "../testing/read-chat.ts";
import { beginStream, paused, startChat } from "../testing/stub-model.ts";

/** A byte a write, so that each comes as it likes. */
function trickling(response: ServerResponse): void {
  beginStream(response);
  for (const byte of Buffer.from(says("é中") + says("😀") + ENDING))
    response.write(Buffer.of(byte));
  response.end();
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
  t.after(() => {
    for (const socket of sockets) socket.destroy();
    proxy.close();
  });
  return { port: await listenSomewhere(proxy), hosts };
}

async function askThrough(t: TestContext, env: Readonly<Record<string, string>>) {
  const { stub, model, server } = await startChat(t, trickling, { env });
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
  const { begun, answer } = paused();
  const socks = await Microsocks.start(t, await freePort());
  const env = { SOCKS_PROXY: `socks5://127.0.0.1:${socks.port}` };
  const { model, server } = await startChat(t, answer, { env });
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

const socks = async (t: TestContext) => {
  return (await Microsocks.start(t, await freePort(), "-u", "me", "-P", "other")).port;
};
const tunnel = async (t: TestContext) => (await connectProxy(t, 407)).port;
const wrong = /\(it takes another user or password: UND_ERR_SOCKS5_AUTH_FAILED\)/;
const away = /\(nobody listens there: ECONNREFUSED\)/;

const refusals: [
  name: string,
  variable: string,
  url: string,
  port: (t: TestContext) => Promise<number>,
  why: RegExp,
][] = [
  ["HTTP, with a password", "HTTPS_PROXY", "http://me:hunter2@", tunnel, /\(it answered 407\)/],
  ["SOCKS, with another password", "SOCKS_PROXY", "socks5://me:hunter2@", socks, wrong],
  ["SOCKS, not there", "SOCKS_PROXY", "socks5://", freePort, away],
  ["HTTP, not there", "HTTPS_PROXY", "http://", freePort, away],
];
for (const [name, variable, url, port, why] of refusals) {
  test(`proxy: ${name}`, async (t) => {
    const env = { [variable]: `${url}127.0.0.1:${await port(t)}` };
    const { events, asked } = await askThrough(t, env);
    const [failure] = dataOf(events, "failure");
    const said = JSON.stringify(failure);
    assert.match(said, /^\{"kind":"proxy","detail":"the proxy 127\.0\.0\.1:\d+ made no connection/);
    assert.match(said, why);
    assert.doesNotMatch(said, /hunter2/);
    assert.equal(asked, 0);
  });
}
