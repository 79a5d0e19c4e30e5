import assert from "node:assert/strict";
import { test } from "node:test";
import type {
  AnswerFault,
  EndReason,
  Fault,
  PlayFault,
  TapRecord,
} from "../../trace/run/records.ts";
import { MAX_NEXT_FAULTS } from "../limits.ts";
import type { RawClient } from "../testing/raw-client.ts";
import { post, startServer, type TestServer } from "../testing/test-server.ts";

const scripts = {
  ticker: "@heartbeat 5ms\ndata: {{attempt}}\n\n@hang\n",
  once: "data: {{attempt}}\n\n",
};

const ticker = (lane: string, trace = "t") =>
  `GET /api/sse/ticker?trace=${trace}&lane=${lane} HTTP/1.1`;

async function press(
  { url }: TestServer,
  fault: Fault | { kind: string },
  lane = "a",
  trace = "t",
): Promise<{ status: number; code: string; detail: string }> {
  const response = await fetch(url("/api/faults"), post({ trace, lane, fault }));
  const { status } = response;
  const { code = "", detail = "" } = status === 204 ? {} : JSON.parse(await response.text());
  return { status, code, detail };
}

/** Returns what a listener of the tap has heard. */
function records(tap: RawClient): TapRecord[] {
  const data = tap.chunks.join("").matchAll(/^data: (.*)$/gm);
  return Array.from(data, ([, line = ""]) => JSON.parse(line).record);
}

/** Why the connections of a lane ended, in order. */
function endsOf(tap: RawClient, lane: string): EndReason[] {
  return records(tap).flatMap((record) =>
    record.kind === "end" && record.lane === lane ? [record.reason] : [],
  );
}

/** Waits until a client has so many heartbeats more. */
async function hearsBeats(client: RawClient, count: number): Promise<void> {
  const before = client.chunks.length;
  while (client.chunks.length < before + count) await client.untilMore();
}

type Ending = PlayFault & { kind: "drop" | "end" };
const endings: [fault: Ending, ends: "fin" | "reset" | "properly"][] = [
  [{ kind: "drop", how: "fin" }, "fin"],
  [{ kind: "drop", how: "reset" }, "reset"],
  [{ kind: "end" }, "properly"],
];
for (const [fault, ends] of endings) {
  test(`${JSON.stringify(fault)} ends one client's stream, and no other's`, async (t) => {
    const server = await startServer(t, scripts);
    const tap = server.ask("GET /api/tap?trace=t HTTP/1.1");
    const [client, lane, trace] = [ticker("a"), ticker("b"), ticker("a", "u")].map((line) =>
      server.ask(line),
    );
    assert.ok(client && lane && trace);
    for (const one of [client, lane, trace]) await one.until("data: 1");
    assert.equal((await press(server, fault)).status, 204);
    if (ends === "properly") await client.until("\r\n0\r\n\r\n");
    else assert.equal(await client.ended, ends);
    assert.equal(client.chunks.at(-1) === "", ends === "properly");
    await tap.until('"kind":"end"');
    assert.deepEqual(endsOf(tap, "a"), [{ why: "fault", fault }]);
    const kinds = records(tap).flatMap((record) =>
      "lane" in record && record.lane === "a" && record.kind !== "write" ? [record.kind] : [],
    );
    assert.deepEqual(kinds, ["request", "head", "fault", "end"]);
    for (const other of [lane, trace]) await hearsBeats(other, 3);
  });
}

test("a stalled stream writes nothing, no heartbeat either, until it is released", async (t) => {
  const server = await startServer(t, scripts);
  const [client, other] = [server.ask(ticker("a")), server.ask(ticker("b"))];
  await client.until(": ");
  await other.until(": ");
  assert.equal((await press(server, { kind: "stall", ms: null })).status, 204);
  await hearsBeats(other, 10);
  const tap = server.ask("GET /api/tap?trace=t HTTP/1.1");
  await tap.until('"stall"');
  const told = records(tap).filter((record) => "lane" in record && record.lane === "a");
  assert.equal(told.at(-1)?.kind, "fault", "nothing was written after it");
  assert.equal((await press(server, { kind: "release" })).status, 204);
  await hearsBeats(client, 2);
  assert.equal((await press(server, { kind: "release" })).code, "not-stalled");
});

test("a stall with a time ends by itself, and what was due meanwhile follows", async (t) => {
  const server = await startServer(t, { slow: "data: a\n\n@wait 500ms\ndata: b\n\n@hang\n" });
  const client = server.ask("GET /api/sse/slow?trace=t&lane=a HTTP/1.1");
  const tap = server.ask("GET /api/tap?trace=t HTTP/1.1");
  await client.until("data: a");
  assert.equal((await press(server, { kind: "stall", ms: 700 })).status, 204);
  await client.until("data: b");
  await tap.until('"line":4');
  const [stall, write] = records(tap).filter(
    (record) => record.kind === "fault" || (record.kind === "write" && record.line > 1),
  );
  assert.ok(stall?.kind === "fault" && write?.kind === "write");
  assert.ok(write.at - stall.at >= 700, `${write.at - stall.at} ms`);
});

test("a stalled stream can be dropped, and its client can leave", async (t) => {
  const server = await startServer(t, scripts);
  const [dropped, leaves] = [server.ask(ticker("a")), server.ask(ticker("b"))];
  const tap = server.ask("GET /api/tap?trace=t HTTP/1.1");
  for (const [lane, client] of [["a", dropped] as const, ["b", leaves] as const]) {
    await client.until("data: 1");
    await press(server, { kind: "stall", ms: null }, lane);
  }
  await press(server, { kind: "drop", how: "fin" });
  assert.equal(await dropped.ended, "fin");
  leaves.socket.destroy();
  await tap.until('"left"');
  assert.equal((await press(server, { kind: "release" }, "b")).code, "nothing-runs");
});

const answers: [fault: AnswerFault, head: RegExp][] = [
  [{ kind: "next-status", status: 204 }, /^HTTP\/1.1 204 No Content\r\n/],
  [{ kind: "next-status", status: 500 }, /^HTTP\/1.1 500 Internal Server Error\r\n/],
  [{ kind: "next-status", status: 503 }, /^HTTP\/1.1 503 Service Unavailable\r\n/],
  [{ kind: "next-type" }, /^HTTP\/1.1 200 OK\r\n(.*\r\n)*Content-Type: text\/html\r\n/],
  [
    { kind: "next-redirect", status: 307 },
    /^HTTP\/1.1 307 .*\r\n(.*\r\n)*Location: \/api\/sse\/once\?trace=t&lane=a&moved=1\r\n/,
  ],
  [{ kind: "next-redirect", status: 308 }, /^HTTP\/1.1 308 Permanent Redirect\r\n/],
];
for (const [fault, head] of answers) {
  test(`${JSON.stringify(fault)} is the client's next answer, and no more than that`, async (t) => {
    const server = await startServer(t, scripts);
    const once = async (lane: string) => {
      const line = `GET /api/sse/once?trace=t&lane=${lane} HTTP/1.1`;
      const client = server.ask(line, "Connection: close");
      await client.ended;
      return client;
    };
    await once("a");
    assert.equal((await press(server, fault)).status, 204);
    assert.match((await once("b")).received, /data: 1/);
    const met = await once("a");
    assert.match(met.head, head);
    assert.match(met.head, /\r\nCache-Control: no-store\r\n/);
    assert.doesNotMatch(met.received, /data/);
    assert.match((await once("a")).received, /data: 3/);
    const tap = server.ask("GET /api/tap?trace=t HTTP/1.1");
    await tap.until('"attempt":3');
    assert.deepEqual(endsOf(tap, "a")[1], { why: "fault", fault });
  });
}

test("a redirect is followed to the same play, a POST with its body", async (t) => {
  const server = await startServer(t, scripts);
  const play = async () => {
    const mine = post({ script: "data: mine {{attempt}}\n\n" });
    const response = await fetch(server.url("/api/sse?trace=t&lane=a"), mine);
    return [response.url, await response.text()];
  };
  await play();
  await press(server, { kind: "next-redirect", status: 307 });
  const moved = server.url("/api/sse?trace=t&lane=a&moved=1");
  assert.deepEqual(await play(), [moved, "data: mine 3\n\n"]);
});

test("next answers are met in the order in which they were asked for", async (t) => {
  const server = await startServer(t, scripts);
  const play = async () => (await fetch(server.url("/api/sse/once?trace=t&lane=a"))).status;
  await play();
  await press(server, { kind: "next-status", status: 503 });
  await press(server, { kind: "next-status", status: 204 });
  assert.deepEqual([await play(), await play(), await play()], [503, 204, 200]);
});

test("of two faults at once the first counts, the second finds nothing running", async (t) => {
  const server = await startServer(t, scripts);
  const client = server.ask(ticker("a"));
  await client.until("data: 1");
  const drop = { kind: "drop", how: "reset" } as const;
  const pressed = await Promise.all([press(server, drop), press(server, { kind: "end" })]);
  assert.deepEqual(pressed.map(({ status }) => status).sort(), [204, 409]);
  assert.ok(pressed.some(({ code }) => code === "nothing-runs"));
  if (pressed[0].status === 204) assert.equal(await client.ended, "reset");
});

test("a client that has left can't be dropped, but its next answer can be chosen", async (t) => {
  const server = await startServer(t, scripts);
  const tap = server.ask("GET /api/tap?trace=t HTTP/1.1");
  const client = server.ask(ticker("a"));
  await client.until("data: 1");
  client.socket.destroy();
  await tap.until('"left"');
  assert.equal((await press(server, { kind: "drop", how: "fin" })).status, 409);
  assert.equal((await press(server, { kind: "next-status", status: 503 })).status, 204);
  const back = server.ask(ticker("a"));
  await back.until("HTTP/1.1 503");
});

test("so many faults wait for a client, and no more", async (t) => {
  const server = await startServer(t, scripts);
  await fetch(server.url("/api/sse/once?trace=t&lane=a"));
  for (let i = 0; i < MAX_NEXT_FAULTS; i++) {
    assert.equal((await press(server, { kind: "next-type" })).status, 204);
  }
  const { status, code, detail } = await press(server, { kind: "next-type" });
  assert.deepEqual([status, code], [429, "too-many-faults"]);
  assert.match(detail, /^4 faults wait .*; let it ask first$/);
});

const end = { kind: "end" };
const a = { trace: "t", lane: "a" };
const kinds =
  /^"fault" is {"kind":"drp"}; write one of {"kind": "drop", "how": "fin" or "reset"}, /;
const door = { kind: "close-door", ms: 30_001 };
const noLane = /^"end" is done to one client, and the body has no "lane"/;
const running = /^no stream of "a" runs now; wait until it asks again/;

const refused: [body: object, status: number, code: string, detail: RegExp][] = [
  [
    { ...a, lane: "b", fault: end },
    404,
    "no-client",
    /^"b" has not asked .*; of this trace "a" did$/,
  ],
  [{ ...a, trace: "u", fault: end }, 404, "no-client", /; this trace has no lane that did$/],
  [{ ...a, fault: end }, 409, "nothing-runs", running],
  [{ ...a, fault: { kind: "drp" } }, 400, "option-value", kinds],
  [
    { ...a, fault: { kind: "next-status", status: 502 } },
    400,
    "option-value",
    /": 204, 500 or 503/,
  ],
  [{ fault: door }, 400, "option-value", /"close-door", "ms": 1 to 30000}$/],
  [a, 400, "option-missing", /^the body has no "fault"; write one of /],
  [{ trace: "t", fault: end }, 400, "client-missing", noLane],
  [{ ...a, falt: {} }, 400, "unknown-option", /did you mean "fault"\?$/],
];
test("what can't be done is a problem that says why", async (t) => {
  const server = await startServer(t, scripts);
  await (await fetch(server.url("/api/sse/once?trace=t&lane=a"))).text();
  for (const [body, status, code, detail] of refused) {
    await t.test(`${JSON.stringify(body).slice(0, 70)} ${code}`, async () => {
      const response = await fetch(server.url("/api/faults"), post(body));
      const problem = JSON.parse(await response.text());
      assert.deepEqual([response.status, problem.code], [status, code]);
      assert.match(problem.detail, detail);
    });
  }
});
