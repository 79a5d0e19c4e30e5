/** Says whose is what in a room, over real sockets: the model that costs money, and the door. */
import assert from "node:assert/strict";
import { networkInterfaces } from "node:os";
import { type TestContext, test } from "node:test";
import { startDemoModel } from "../chat/demo-model.ts";
import { says } from "../testing/completions.ts";
import { beginStream, StubModel } from "../testing/stub-model.ts";
import { post, startServer, type TestServer } from "../testing/test-server.ts";
import { ports } from "./ports.ts";
import { presenterLink, readPresenterToken } from "./room.ts";
import { roomHosts } from "./room-hosts.ts";

const TOKEN = "presenter-token-of-this-test";
const COOKIE = `sse-playground-${ports.server}`;

async function open(t: TestContext, isRoom: boolean) {
  const stub = new StubModel(t, (response) => {
    beginStream(response);
    response.end(`${says("dear")}data: [DONE]\n\n`);
  });
  const room = isRoom ? { token: TOKEN, guestModel: await startDemoModel("demo") } : null;
  const server = await startServer(t, {}, await stub.model(), room);
  return { server, stub };
}

function introduce({ url }: TestServer, token: string): Promise<Response> {
  return fetch(url("/api/presenter"), post({ token }));
}

test("a room reaches this machine by its own addresses, and nobody reaches loopback", () => {
  const outside = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, family }) => !internal && family === "IPv4");
  const hosts = roomHosts({ HOST: "0.0.0.0" });
  const addresses = outside.map(({ address }) => address);
  assert.deepEqual(hosts, addresses);
  assert.deepEqual(roomHosts({ HOST: "127.0.0.1" }), []);
  assert.deepEqual(roomHosts({}), []);
});

const asks: [
  way: string,
  ask: (server: TestServer, headers: Record<string, string>) => Promise<Response>,
][] = [
  ["GET", ({ url }, headers) => fetch(url("/api/chat?prompt=x"), { headers })],
  ["POST", ({ url }, headers) => fetch(url("/api/chat"), post({ message: "x" }, headers))],
  [
    "two steps",
    async ({ url }, headers) => {
      const left = await fetch(url("/api/chats"), post({ message: "x" }));
      return fetch(url(left.headers.get("location") ?? ""), { headers });
    },
  ],
];

/** The first that comes of it: the demo model takes its time. */
async function beginning({ body }: Response): Promise<string> {
  const reader = body?.getReader();
  const first = await reader?.read();
  await reader?.cancel();
  return new TextDecoder().decode(first?.value);
}

const whose: [who: string, isRoom: boolean, cookie: string | null, model: "stub" | "demo"][] = [
  ["whoever asks where there is no room", false, null, "stub"],
  ["the presenter", true, `other=1; ${COOKIE}=${TOKEN}`, "stub"],
  ["a guest", true, null, "demo"],
  ["a guest with a wrong token", true, `${COOKIE}=${TOKEN}x`, "demo"],
  ["a guest with an empty token", true, `${COOKIE}=`, "demo"],
  ["the presenter of another playground", true, `sse-playground-1=${TOKEN}`, "demo"],
];
for (const [who, isRoom, cookie, model] of whose) {
  test(`${who} is answered by the ${model} model, whichever way it is asked`, async (t) => {
    const { server, stub } = await open(t, isRoom);
    const headers: Record<string, string> = cookie === null ? {} : { Cookie: cookie };
    for (const [way, ask] of asks) {
      const answered = await ask(server, headers);
      const said = model === "stub" ? await answered.text() : await beginning(answered);
      assert.match(said, new RegExp(`"model":"${model}"`), way);
    }
    assert.equal(stub.asked.length, model === "stub" ? asks.length : 0);
    const about = await (await fetch(server.url("/api/chat/about"), { headers })).text();
    const as = isRoom ? (model === "stub" ? "presenter" : "guest") : "anyone";
    const told = `{"model":"${model}","isDemo":${model === "demo"},"who":"${as}"`;
    assert.ok(about.startsWith(told), about);
  });
}

const closing: [who: string, isRoom: boolean, cookie: string, status: number][] = [
  ["whoever asks where there is no room", false, "", 204],
  ["the presenter", true, `${COOKIE}=${TOKEN}`, 204],
  ["a guest", true, "", 403],
  ["a guest with a wrong token", true, `${COOKIE}=x`, 403],
];
for (const [who, isRoom, Cookie, status] of closing) {
  test(`${who} who closes the door is answered ${status}`, async (t) => {
    const { server } = await open(t, isRoom);
    const fault = { kind: "close-door", ms: 1 };
    const closes = post({ trace: "t", fault }, { Cookie });
    const response = await fetch(server.url("/api/faults"), closes);
    assert.equal(response.status, status);
    if (status === 403) assert.match(await response.text(), /closing the door is the presenter's/);
  });
}

test("a guest breaks a client of its own", async (t) => {
  const { server } = await open(t, true);
  await beginning(await fetch(server.url("/api/chat?prompt=x&trace=t&lane=l")));
  const body = { trace: "t", lane: "l", fault: { kind: "next-status", status: 503 } };
  assert.equal((await fetch(server.url("/api/faults"), post(body))).status, 204);
});

test("the link's token becomes a cookie that no script reads and no foreign site sends", async (t) => {
  const { server } = await open(t, true);
  const { status, headers } = await introduce(server, TOKEN);
  assert.equal(status, 204);
  const set = `${COOKIE}=${TOKEN}; Path=/api; HttpOnly; SameSite=Strict`;
  assert.equal(headers.get("set-cookie"), set);
  const own = { Cookie: `${COOKIE}=${TOKEN}` };
  const known = await fetch(server.url("/api/presenter"), { headers: own });
  assert.deepEqual(await known.json(), { isPresenter: true, hosts: [] });
  const guest = await fetch(server.url("/api/presenter"));
  assert.deepEqual(await guest.json(), { isPresenter: false, hosts: [] });
});

test("a token of another start is refused, with what to do", async (t) => {
  const { server } = await open(t, true);
  const response = await introduce(server, "of-another-start");
  assert.equal(response.status, 403);
  assert.equal(response.headers.get("set-cookie"), null);
  assert.match(await response.text(), /"code":"presenter-token","detail":".*; open the one that/);
});

test("neither tap nor log holds the token", async (t) => {
  const { server } = await open(t, true);
  const tap = server.ask("GET /api/tap?trace=t HTTP/1.1");
  await introduce(server, TOKEN);
  const headers = { Cookie: `${COOKIE}=${TOKEN}` };
  const asked = await fetch(server.url("/api/chat?prompt=x&trace=t&lane=l"), { headers });
  await asked.text();
  await tap.until('"kind":"end"');
  assert.match(tap.received, /\["[Cc]ookie","\(redacted\)"\]/);
  assert.doesNotMatch(tap.received, new RegExp(TOKEN));
  assert.match(JSON.stringify(server.log), /GET \/api\/chat/);
  assert.doesNotMatch(JSON.stringify(server.log), new RegExp(TOKEN));
});

const tokens: [env: Record<string, string>, token: RegExp | null][] = [
  [{}, null],
  [{ HOST: "" }, null],
  [{ HOST: "127.0.0.1", PRESENTER_TOKEN: TOKEN }, null],
  [{ HOST: "localhost" }, null],
  [{ HOST: "::1" }, null],
  [{ HOST: "0.0.0.0" }, /^[\w-]{32}$/],
  [{ HOST: "::" }, /^[\w-]{32}$/],
  [{ HOST: "10.0.0.7", PRESENTER_TOKEN: TOKEN }, new RegExp(`^${TOKEN}$`)],
];
for (const [env, token] of tokens) {
  test(`${JSON.stringify(env)} ${token === null ? "opens no room" : "has a presenter"}`, () => {
    const read = readPresenterToken(env);
    if (token === null) assert.equal(read, null);
    else assert.match(read ?? "", token);
  });
}

test("each start makes a token of its own", () => {
  const env = { HOST: "0.0.0.0" };
  assert.notEqual(readPresenterToken(env), readPresenterToken(env));
});

test("a token that a link could not hold is refused, and not shown", () => {
  const env = { HOST: "0.0.0.0", PRESENTER_TOKEN: "short&secret" };
  const message = /^RangeError: PRESENTER_TOKEN is no token; write 16/;
  assert.throws(() => readPresenterToken(env), message);
});

test("the link holds the token where no browser sends it", () => {
  const { hash, pathname, search } = new URL(presenterLink("http://localhost:8345", TOKEN));
  assert.deepEqual([pathname, search, hash], ["/", "", `#presenter=${TOKEN}`]);
});
