/** Our fetch client beside the standard's rules for reconnecting, against a real server. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { answerInTurn, type Respond } from "../../dev/testing/answer-in-turn.ts";
import type { Client, Unstamped } from "./client.ts";
import { openFetch, type Reconnect } from "./fetch-client.ts";

const stream = { "Content-Type": "text/event-stream" };

const ends =
  (text: string): Respond =>
  (response) =>
    response.writeHead(200, stream).end(text);

const isCut =
  (text: string): Respond =>
  (response) => {
    response.writeHead(200, stream).write(text, () => response.destroy());
  };

const refuses: Respond = (response) => response.destroy();

const status =
  (code: number): Respond =>
  (response) =>
    response.writeHead(code, stream).end();

/** Sets a reconnection time that a test can wait for. */
const QUICK = "retry: 5\n\n";

const cases: [name: string, answers: Respond[], sent: (string | undefined)[]][] = [
  [
    "an end and a cut are reestablished, from the last id on; a 204 fails it",
    [ends(`${QUICK}id: 1\ndata: a\n\n`), isCut("id: 2\ndata: b\n\n"), status(204)],
    [undefined, "1", "2"],
  ],
  [
    "a network error before any byte is reestablished too",
    [ends(`${QUICK}id: 1\ndata: a\n\n`), refuses, status(204)],
    [undefined, "1", "1"],
  ],
  [
    "an id in a block that was cut off does not count",
    [isCut(`${QUICK}id: 1\ndata: a\n\nid: 2\ndata: b\n`), status(204)],
    [undefined, "1"],
  ],
  [
    "nor does its buffer live on into the next stream",
    [isCut(`${QUICK}id: 1\ndata: a\n\nid: 2\n`), ends("data: b\n\n"), status(204)],
    [undefined, "1", "1"],
  ],
  [
    "the last event ID string survives a stream that died before any id",
    [ends(`${QUICK}id: 1\ndata: a\n\n`), isCut(": none\n\n"), status(204)],
    [undefined, "1", "1"],
  ],
  [
    "an id in a block without data counts",
    [ends(`${QUICK}id: 1\n\n`), status(204)],
    [undefined, "1"],
  ],
  [
    "an empty id sends no header any more",
    [ends(`${QUICK}id: 1\ndata: a\n\n`), ends("id\ndata: b\n\n"), status(204)],
    [undefined, "1", undefined],
  ],
  [
    "an id goes out as UTF-8",
    [ends(`${QUICK}id: é中😀\ndata: a\n\n`), status(204)],
    [undefined, "é中😀"],
  ],
  [
    "a proxy's answer for a server that is away fails it too, but it asks again after a wait",
    [ends(`${QUICK}id: 1\ndata: a\n\n`), status(504), ends("id: 2\ndata: b\n\n"), status(204)],
    [undefined, "1", "1", "2"],
  ],
  ["a wrong status fails it", [status(503), ends("data: a\n\n")], [undefined]],
  [
    "a wrong type fails it",
    [(response) => response.writeHead(200, { "Content-Type": "text/html" }).end("<p>"), ends("")],
    [undefined],
  ],
];

for (const [name, answers, sent] of cases) {
  test(name, { timeout: 10_000 }, async (t) => {
    const { origin, heard } = await answerInTurn(t, answers);
    const records = await played(origin, "resume");
    assert.deepEqual(
      heard.map(({ lastEventId }) => lastEventId),
      sent,
    );
    const asks = records.filter(({ kind }) => kind === "ask");
    assert.equal(asks.length, sent.length, "a record of each ask");
    assert.equal(records.at(-1)?.kind, "failure");
  });
}

test("a bare fetch does not reconnect", async (t) => {
  const { origin, heard } = await answerInTurn(t, [ends(`${QUICK}data: a\n\n`), status(204)]);
  const records = await played(origin, "never");
  assert.equal(records.at(-1)?.kind, "end");
  assert.equal(heard.length, 1);
});

test("the first reconnection time is Chromium's, and close() ends the wait", async (t) => {
  const { origin, heard } = await answerInTurn(t, [ends("data: a\n\n")]);
  const records: Unstamped[] = [];
  const client = await new Promise<Client>((resolve) => {
    const opened = openFetch(
      origin,
      {},
      { withCredentials: false, reconnect: "resume" },
      (record) => {
        records.push(record);
        if (record.kind === "wait") resolve(opened);
      },
    );
  });
  client.close();
  client.close();
  assert.deepEqual(records.slice(-2), [
    { kind: "wait", ms: 3000, lastEventId: "" },
    { kind: "close" },
  ]);
  assert.equal(heard.length, 1);
});

/** Returns what the client saw until it came to its end. */
function played(url: string, reconnect: Reconnect): Promise<Unstamped[]> {
  const records: Unstamped[] = [];
  let status = 0;
  return new Promise((resolve) => {
    openFetch(url, {}, { withCredentials: false, reconnect }, (record) => {
      records.push(record);
      if (record.kind === "head") status = record.status;
      const isLast =
        record.kind === "failure" && record.name === "NotAnEventStream" && status !== 504;
      if (isLast || (reconnect === "never" && record.kind === "end")) resolve(records);
    });
  });
}
