import assert from "node:assert/strict";
import type { Socket } from "node:net";
import { type TestContext, test } from "node:test";
import { setImmediate as nextTurn } from "node:timers/promises";
import fastify from "fastify";
import type { Action } from "../../protocol/script/action.ts";
import type { ConnectionFact } from "../../trace/run/records.ts";
import { listen } from "../http/listen.ts";
import { RawClient } from "../testing/raw-client.ts";
import { type Played, Player, type PlayLimits } from "./player.ts";

const headers: [string, string][] = [["Content-Type", "text/event-stream"]];
const head: Action = { kind: "head", status: 200, headers };
const hang: Action = { kind: "hang" };

function write(text: string, insideLine = false): Action {
  return { kind: "write", bytes: new TextEncoder().encode(text), line: 1, insideLine };
}

type Play = {
  client: RawClient;
  player: Player;
  played: Promise<Played>;
  told: ConnectionFact<Uint8Array>[];
};

/** Plays actions onto one real connection; the play has begun when this settles. */
async function begin(
  t: TestContext,
  actions: Iterable<Action> | ((socket: Socket) => Iterable<Action>),
  limits: Partial<PlayLimits> = {},
  request = "GET / HTTP/1.1\nHost: localhost\n\n",
): Promise<Play> {
  const app = fastify({ forceCloseConnections: true });
  t.after(() => app.close());
  const { promise, resolve } = Promise.withResolvers<Omit<Play, "client">>();
  app.get("/", async ({ raw: { socket } }, reply) => {
    const told: ConnectionFact<Uint8Array>[] = [];
    const all = { duration: 10_000, bytes: 16 * 1024 * 1024, writes: 100_000, ...limits };
    const player = new Player(reply, (fact) => told.push(fact), { flushHeaders: true }, all);
    const played = player.play(typeof actions === "function" ? actions(socket) : actions);
    resolve({ player, played, told });
    await played;
  });
  const client = new RawClient(t, await listen(app, 0), request);
  return { client, ...(await promise) };
}

test("one write is one chunk, and has left before the next is made", async (t) => {
  function* actions(socket: Socket): Generator<Action> {
    yield head;
    for (const text of ["a\n", "b", "c\n\n"]) {
      assert.equal(socket.writableLength, 0); // Node would keep them until the end of the turn
      yield write(text);
    }
  }
  const { client, played, told } = await begin(t, actions);
  assert.deepEqual(await played, { reason: { why: "played" }, status: 200, bytes: 6, writes: 3 });
  await client.until("\r\n0\r\n\r\n");
  assert.deepEqual(client.chunks, ["a\n", "b", "c\n\n", ""]);
  const offsets = told.flatMap((fact) => (fact.kind === "write" ? [fact.offset] : []));
  assert.deepEqual(offsets, [0, 2, 3]);
});

test("the head that is told is the head that was sent", async (t) => {
  const { client, played, told } = await begin(t, [
    { kind: "head", status: 418, headers: [["X-Say", "é中\u0001"]] },
  ]);
  await played;
  await client.until("\r\n0\r\n\r\n");
  const [fact] = told;
  assert.equal(fact?.kind, "head");
  const lines = fact.headers.map(([name, value]) => `${name}: ${value}`);
  const sent = Buffer.from(client.head, "latin1").toString("utf8");
  assert.equal(sent, ["HTTP/1.1 418 I'm a Teapot", ...lines].join("\r\n"));
  assert.match(sent, /^X-Say: é中\?\r$/m);
});

test("whoever has more ends the hang, now or the next one", async (t) => {
  let more = () => {};
  function* actions(): Generator<Action> {
    yield head;
    for (const text of ["a\n", "b\n"]) {
      yield hang;
      yield write(text);
    }
    more();
    yield hang; // over before it begins
    yield write("c\n");
  }
  const { client, player, played } = await begin(t, actions());
  more = () => player.goOn();
  await client.until("\r\n\r\n");
  for (const text of ["a\n", "b\n"]) {
    player.goOn();
    await client.until(text);
  }
  assert.equal((await played).writes, 3);
  await client.until("c\n");
});

test("the head leaves by itself", async (t) => {
  const { client } = await begin(t, [head, hang]);
  await client.until("\r\n\r\n");
  assert.deepEqual(client.chunks, []);
});

test("a 204 has no body and leaves the connection open", async (t) => {
  const { client, played } = await begin(t, [{ kind: "head", status: 204, headers: [] }]);
  await played;
  await client.until("\r\n\r\n");
  assert.match(client.head, /Connection: keep-alive\r\nKeep-Alive: timeout=120/);
  assert.doesNotMatch(client.head, /Transfer-Encoding/);
});

test("HTTP/1.0 gets the bytes alone, and their end by FIN", async (t) => {
  const request = "GET / HTTP/1.0\nConnection: keep-alive\n\n";
  const { client, played } = await begin(t, [head, write("data: x\n\n")], {}, request);
  assert.equal((await played).reason.why, "played");
  assert.equal(await client.ended, "fin");
  assert.ok(client.received.endsWith("\r\n\r\ndata: x\n\n"));
  assert.match(client.head, /Connection: close/);
});

for (const how of ["fin", "reset"] as const) {
  test(`a drop by ${how} comes after all that was written, without the last chunk`, async (t) => {
    const { client, played } = await begin(t, [head, write("data: x\n\n"), { kind: "drop", how }]);
    const { reason } = await played;
    assert.deepEqual(reason, { why: "drop", how });
    assert.equal(await client.ended, how);
    assert.deepEqual(client.chunks, ["data: x\n\n"]);
  });
}

test("a drop before the head sends nothing at all", async (t) => {
  const { client, played } = await begin(t, [{ kind: "drop", how: "fin" }]);
  assert.equal((await played).status, null);
  assert.equal(await client.ended, "fin");
  assert.equal(client.received, "");
});

test("close ends properly, and nothing after it is asked for", async (t) => {
  const { client, played } = await begin(t, [head, { kind: "close" }, write("never")]);
  assert.equal((await played).reason.why, "close");
  await client.until("\r\n0\r\n\r\n");
  assert.deepEqual(client.chunks, [""]);
});

test("the client's leaving ends a pause, and the script is let go of", async (t) => {
  const left = Promise.withResolvers<void>();
  function* actions(): Generator<Action> {
    try {
      yield head;
      yield write("data: x\n\n");
      yield hang;
    } finally {
      left.resolve();
    }
  }
  const { client, played, told } = await begin(t, actions());
  await client.until("data: x");
  client.socket.destroy();
  assert.equal((await played).reason.why, "left");
  await left.promise;
  assert.deepEqual(told.at(-1), { kind: "end", reason: { why: "left" }, bytes: 9, writes: 1 });
});

test("the client's leaving ends a script that never pauses", async (t) => {
  function* actions(): Generator<Action> {
    yield head;
    for (;;) yield { kind: "note", note: { note: "unknown-id", lastEventId: "x" } };
  }
  const { client, played } = await begin(t, actions());
  await client.until("\r\n\r\n");
  client.socket.destroy();
  assert.equal((await played).reason.why, "left");
});

test("a client that does not read holds the script back, and loses nothing", async (t) => {
  const block = `data: ${"x".repeat(64 * 1024)}\n\n`;
  const bytes = 16 * 1024 * 1024;
  function* actions(): Generator<Action> {
    yield head;
    for (;;) yield write(block);
  }
  const { client, played, told } = await begin(t, actions(), { bytes });
  client.socket.pause();
  for (let turn = 0; turn < 2000; turn++) await nextTurn();
  const most = Math.floor(bytes / block.length);
  assert.ok(told.length < most, `${told.length} writes while nobody read`);

  client.socket.resume();
  const reason = { why: "limit", limit: "bytes", most: bytes };
  assert.deepEqual(await played, { reason, status: 200, bytes: most * block.length, writes: most });
  await client.until("\r\n0\r\n\r\n");
  assert.equal(client.chunks.join("").length, most * block.length);
});

const ends: [limit: keyof PlayLimits, most: number, writes: number][] = [
  ["writes", 3, 3],
  ["bytes", 25, 2],
  ["duration", 30, 1],
];
for (const [limit, most, writes] of ends) {
  test(`the limit on ${limit} ends the response properly and is told`, async (t) => {
    function* actions(): Generator<Action> {
      yield head;
      yield write("data: abc\n\n");
      if (limit === "duration") yield hang;
      for (;;) yield write("data: abc\n\n");
    }
    const { client, played } = await begin(t, actions(), { [limit]: most });
    const { reason, writes: made } = await played;
    assert.deepEqual(reason, { why: "limit", limit, most });
    assert.equal(made, writes);
    await client.until("\r\n0\r\n\r\n");
  });
}

test("a heartbeat fills silence, in a wait and in a hang, but never inside a line", async (t) => {
  const comment = new TextEncoder().encode(": beat\n");
  const { client, played, player } = await begin(t, [
    head,
    { kind: "heartbeat", ms: 10, comment },
    write("data: ", true),
    { kind: "wait", ms: 50 },
    write("x\n\n"),
    hang,
  ]);
  await client.until("beat");
  await client.until("beat\n\r\n7\r\n: beat");
  player.stop({ why: "shutdown" });
  assert.equal((await played).reason.why, "shutdown");
  assert.deepEqual(client.chunks.slice(0, 4), ["data: ", "x\n\n", ": beat\n", ": beat\n"]);
});

test("a wait is never shorter than it says", async (t) => {
  const times: number[] = [];
  function* actions(): Generator<Action> {
    yield head;
    for (let i = 0; i < 5; i++) {
      times.push(performance.now());
      yield { kind: "wait", ms: 7 };
    }
    times.push(performance.now());
  }
  const { played } = await begin(t, actions());
  await played;
  const waits = times.slice(1).map((time, i) => time - (times[i] ?? 0));
  assert.ok(Math.min(...waits) >= 7, String(waits));
});
