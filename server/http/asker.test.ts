/** Says who may ask the model, over real sockets: what a browser sends there, and what a shell does. */
import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { RawClient } from "../testing/raw-client.ts";
import { startServer, type TestServer } from "../testing/test-server.ts";
import { ports } from "./ports.ts";

const { ALLOWED_HOSTS = "" } = process.env;
process.env["ALLOWED_HOSTS"] = `${ALLOWED_HOSTS},playground.lan`;

const LOOPBACK = "localhost";
const LAN = "playground.lan";
const own = (host: string) => `http://${host}:${ports.page}`;
const strange = (host: string) => `http://${host}:1`;

/** Asks with a head of our own, Host included. */
function ask(
  t: TestContext,
  { port }: TestServer,
  host: string,
  headers: string[],
  query = "",
): RawClient {
  const first = `GET /api/chat?prompt=x&trace=t&lane=l${query} HTTP/1.1`;
  const head = [first, `Host: ${host}:${ports.page}`, ...headers, "", ""];
  return new RawClient(t, port, head.join("\n"));
}

const cases: [who: string, host: string, headers: string[], answer: number][] = [
  ["our page's EventSource", LOOPBACK, ["Sec-Fetch-Site: same-origin"], 200],
  [
    "our page, to another port",
    LOOPBACK,
    ["Sec-Fetch-Site: same-site", `Origin: ${own(LOOPBACK)}`],
    200,
  ],
  ["a line in the address bar", LOOPBACK, ["Sec-Fetch-Site: none"], 200],
  ["a shell", LOOPBACK, [], 200],
  ["a shell", "127.0.0.1", [], 200],
  ["an image of a foreign page", LOOPBACK, ["Sec-Fetch-Site: cross-site"], 403],
  ["the same without a referrer", LOOPBACK, ["Sec-Fetch-Site: same-site"], 403],
  [
    "the same, with a referrer of ours",
    LOOPBACK,
    ["Sec-Fetch-Site: same-site", `Referer: ${own(LOOPBACK)}/`],
    403,
  ],
  ["a foreign page's fetch", LOOPBACK, [`Origin: ${strange(LOOPBACK)}`], 403],
  ["a sandboxed page", LOOPBACK, ["Origin: null"], 403],

  ["our page's EventSource", LAN, [`Referer: ${own(LAN)}/`], 200],
  ["our page, to another port", LAN, [`Origin: ${own(LAN)}`, `Referer: ${own(LAN)}/`], 200],
  ["an image of a foreign page", LAN, [`Referer: ${strange(LAN)}/x`], 403],
  ["an image of a page elsewhere", LAN, ["Referer: http://evil.example/"], 403],
  ["the same without a referrer", LAN, [], 403],
  ["a foreign page's fetch", LAN, ["Origin: http://evil.example"], 403],
  ["a sandboxed page", LAN, ["Origin: null", `Referer: ${own(LAN)}/`], 403],
  ["a shell that says whose it is", LAN, [`Origin: ${own(LAN)}`], 200],
  ["whoever names localhost with a dot, which browsers do not trust", "localhost.", [], 403],
];
for (const [who, host, headers, answer] of cases) {
  test(`${who}, at ${host}, is answered ${answer}`, async (t) => {
    const server = await startServer(t);
    await ask(t, server, host, headers).until(`HTTP/1.1 ${answer} `);
  });
}

test("where a browser hides which page asks, the pass that our page was told decides", async (t) => {
  const server = await startServer(t);
  const tap = server.ask("GET /api/tap?trace=t HTTP/1.1");
  await tap.until('"boot"');
  const passTold = async (headers: string[]) => {
    const head = ["GET /api/chat/about HTTP/1.1", `Host: ${LAN}`, ...headers, "", ""];
    const about = new RawClient(t, server.port, head.join("\n"));
    await about.until('"limits"');
    return /"pass":("(\w+)"|null)/.exec(about.received)?.[2];
  };
  assert.equal(await passTold([`Referer: ${own(LAN)}/`]), undefined, "none is given in vain");
  const pass = await passTold([]);
  assert.match(pass ?? "", /^[0-9a-f]{32}$/);
  await ask(t, server, LAN, [], `&pass=${pass}`).until("HTTP/1.1 200 ");
  await ask(t, server, LAN, [], `&pass=${"0".repeat(32)}`).until("HTTP/1.1 403 ");
  await ask(t, server, LAN, ["Referer: http://evil.example/"], `&pass=${pass}`).until(" 403 ");
  await tap.until('"kind":"end"'); // the refusal ended: the stream itself still runs
  assert.ok(pass);
  assert.match(tap.received, /pass=\(redacted\)/);
  assert.doesNotMatch(tap.received, new RegExp(pass));
  assert.doesNotMatch(JSON.stringify(server.log), new RegExp(pass));
});

test("whoever is refused is told why, and what to do", async (t) => {
  const server = await startServer(t);
  const foreign = ask(t, server, LAN, ["Origin: http://evil.example"]);
  await foreign.until("ask from the playground's own page");
  const shell = ask(t, server, LAN, []);
  await shell.until(`from a shell, add -H 'Origin: ${own(LAN)}'`);
});
