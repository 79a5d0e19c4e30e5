import assert from "node:assert/strict";
import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { test } from "node:test";
import { ENDING, says } from "../testing/completions.ts";
import { dataOf, read, textOf } from "../testing/read-chat.ts";
import { beginStream, paused, startChat } from "../testing/stub-model.ts";
import { post } from "../testing/test-server.ts";

function answering(...tokens: string[]) {
  return (response: ServerResponse) => {
    beginStream(response);
    response.end(tokens.map(says).join("") + ENDING);
  };
}

const isToken = ({ type }: { type: string }) => type === "token";

test("the model is asked as services want it: its name, the role, the message, and the key", async (t) => {
  const { stub, server } = await startChat(t, answering("x"));
  const { events } = await read(await fetch(server.url("/api/chat?prompt=Hi%20é&role=poet")));
  const usage = { promptTokens: null, completionTokens: null, finishReason: "stop" };
  assert.deepEqual(dataOf(events, "usage"), [usage]);
  const [asked] = stub.asked;
  assert.equal(asked?.headers.authorization, "Bearer sk-secret-0815");
  const { messages, ...rest } = JSON.parse(asked.body);
  const options = { include_usage: true };
  assert.deepEqual(rest, { model: "stub", stream: true, stream_options: options });
  assert.match(messages[0].content, /^Answer with a short poem/);
  assert.deepEqual(messages[1], { role: "user", content: "Hi é" });
});

test("a client that lost its connection goes on with the next token; the model is asked once", async (t) => {
  const { begun, answer } = paused();
  const { stub, server } = await startChat(t, answer);
  const url = server.url("/api/chat?prompt=Hi&trace=t&lane=eventsource");

  const first = await read(await fetch(url), isToken);
  const upstream = await begun;
  upstream.write(says("2")); // while nobody reads
  const headers = { "Last-Event-ID": first.events.at(-1)?.lastEventId ?? "" };
  const second = read(await fetch(url, { headers }));
  upstream.write(says("3"));
  upstream.end(says("中") + ENDING);

  assert.equal(textOf(first.events), "1");
  assert.equal(textOf((await second).events), "23中");
  assert.equal(stub.asked.length, 1);
  const again = await read(await fetch(`${url}&lastEventId=${headers["Last-Event-ID"]}`));
  assert.equal(textOf(again.events), "23中", "the answer is kept, and the query will do");
});

test("a client that comes back with the last id is told to stay away", async (t) => {
  const { stub, server } = await startChat(t, answering("x"));
  const url = server.url("/api/chat?prompt=Hi");
  const { events } = await read(await fetch(url));
  const headers = { "Last-Event-ID": events.at(-1)?.lastEventId ?? "" };
  assert.equal((await fetch(url, { headers })).status, 204);
  assert.equal(stub.asked.length, 1);
});

test("an answer that is not kept is a failure, and coming back after that a 204", async (t) => {
  const { stub, server } = await startChat(t, answering("x"));
  const url = server.url("/api/chat?prompt=Hi");
  for (const id of [`${"0".repeat(32)}:7`, "7", "another stream's"]) {
    const { events } = await read(await fetch(url, { headers: { "Last-Event-ID": id } }));
    assert.equal(events.length, 1, id);
    assert.equal(events[0]?.type, "failure");
    assert.match(events[0].data, /^\{"kind":"forgotten"/);
    const headers = { "Last-Event-ID": events[0].lastEventId };
    assert.equal((await fetch(url, { headers })).status, 204, id);
  }
  assert.equal(stub.asked.length, 0);
});

test("two may read one answer", async (t) => {
  const { begun, answer } = paused();
  const { stub, server } = await startChat(t, answer);
  const one = server.ask("GET /api/chat?prompt=Hi HTTP/1.1");
  await one.until('"text":"1"');
  const [, id = ""] = /"answer":"(\w+)"/.exec(one.received) ?? [];
  const two = server.ask(`GET /api/chat?prompt=Hi&lastEventId=${id}:1 HTTP/1.1`);
  await two.until('"text":"1"');
  (await begun).end(says("2") + ENDING);
  await Promise.all([one.until("[DONE]"), two.until("[DONE]")]);
  assert.equal(stub.asked.length, 1);
});

test("Stop closes the connection to the model, and tells the readers", async (t) => {
  const { begun, answer } = paused();
  const { server } = await startChat(t, answer);
  const reader = server.ask("GET /api/chat?prompt=Hi HTTP/1.1");
  await reader.until('"text":"1"');
  const [, id = ""] = /"answer":"(\w+)"/.exec(reader.received) ?? [];
  const upstream = await begun;
  const closed = once(upstream, "close");

  const url = server.url(`/api/chat/answers/${id}`);
  assert.equal((await fetch(url, { method: "DELETE" })).status, 204);
  await closed;
  assert.equal(upstream.writableEnded, false, "the model had not ended");
  await reader.until('"kind":"stopped"');
  assert.equal((await fetch(url, { method: "DELETE" })).status, 204, "it is over already");
  const other = server.url(`/api/chat/answers/${"0".repeat(32)}`);
  assert.equal((await fetch(other, { method: "DELETE" })).status, 404);
});

test("a model that nobody reads is stopped after a while", async (t) => {
  const { begun, answer } = paused();
  const { server } = await startChat(t, answer, { patience: { unread: 1 } });
  await read(await fetch(server.url("/api/chat?prompt=Hi")), isToken);
  await once(await begun, "close");
});

test("the tap tells what became of the model, and how often it was asked", async (t) => {
  const { stub, server } = await startChat(t, answering("1", "2"));
  const tap = server.ask("GET /api/tap?trace=t HTTP/1.1");
  const url = server.url("/api/chat?prompt=Hi&trace=t&lane=eventsource&relay=no-ids");
  const first = await read(await fetch(url));
  assert.equal(first.headers.get("x-relay"), "no-ids; wrong on purpose");
  assert.deepEqual(new Set(first.events.map(({ lastEventId }) => lastEventId)), new Set([""]));
  await read(await fetch(url));
  await tap.until('"attempt":2,"at":');
  await tap.until('"times":2');
  assert.equal(stub.asked.length, 2);
  for (const fact of ['"asked","times":1,"model":"stub"', '"began"', '"ended","tokens":2']) {
    await tap.until(`{"did":${fact}`);
  }
});

test("a fault in the place of the answer leaves the model alone; a cut can be resumed", async (t) => {
  const { begun, answer } = paused();
  const { stub, server } = await startChat(t, answer);
  const path = "/api/chat?prompt=Hi&trace=t&lane=fetch";
  const press = (fault: object) =>
    fetch(server.url("/api/faults"), post({ trace: "t", lane: "fetch", fault }));
  const cut = server.ask(`GET ${path} HTTP/1.1`);
  await cut.until('"text":"1"');
  const [, id = ""] = /id: (\w+:2)\r?\n/.exec(cut.received) ?? [];
  await press({ kind: "drop", how: "reset" });
  assert.equal(await cut.ended, "reset");

  await press({ kind: "next-status", status: 503 });
  assert.equal((await fetch(server.url(path))).status, 503);
  (await begun).end(says("2") + ENDING);
  const { events } = await read(await fetch(server.url(`${path}&lastEventId=${id}`)));
  assert.equal(textOf(events), "2");
  assert.equal(stub.asked.length, 1);
});

test("a prompt in the URL stands in the log, one in a body does not", async (t) => {
  const { server } = await startChat(t, answering("x"));
  await read(await fetch(server.url("/api/chat?prompt=in%20the%20URL")));
  await read(await fetch(server.url("/api/chat"), post({ message: "in the body" })));
  const lines = server.log.flatMap(({ request }) => (request === undefined ? [] : [request]));
  assert.deepEqual(lines, [
    "GET /api/chat?prompt=in%20the%20URL HTTP/1.1",
    "POST /api/chat HTTP/1.1",
  ]);
  assert.doesNotMatch(JSON.stringify(server.log), /in the body/);
});
