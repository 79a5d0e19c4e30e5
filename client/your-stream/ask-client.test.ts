/** One request by fetch, against a real server: sent once, read on, and let go at the limit. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { answerInTurn, type Respond } from "../../dev/testing/answer-in-turn.ts";
import type { Client, Unstamped } from "../connections/client.ts";
import { askByFetch } from "./ask-client.ts";
import type { AskRequest } from "./request.ts";

const request: Omit<AskRequest, "url"> = {
  lane: "fetch",
  method: "POST",
  told: "/told?token=(redacted)",
  headers: [["Authorization", "Bearer s3cret"]],
  body: "{}",
  credentials: "omit",
  path: { proxy: false, port: 1 },
  from: "localhost:1",
  isWatched: false,
};

/** Asks; resolves with what was seen once `isLast` says so, and the client. */
function asked(url: string, isLast: (record: Unstamped) => boolean, most?: number) {
  const records: Unstamped[] = [];
  let tooMuch = 0;
  return new Promise<{ records: Unstamped[]; client: Client; tooMuch: () => number }>((resolve) => {
    const client = askByFetch(
      { ...request, url },
      (record) => {
        records.push(record);
        if (isLast(record))
          queueMicrotask(() => resolve({ records, client, tooMuch: () => tooMuch }));
      },
      () => tooMuch++,
      most,
    );
  });
}

const isOver = ({ kind }: Unstamped) => kind === "end" || kind === "failure" || kind === "close";
const kinds = (records: readonly Unstamped[]) => records.map(({ kind }) => kind);

const answers: [name: string, answer: Respond, seen: string][] = [
  [
    "an event stream's end is not repeated, whatever it was",
    (response) =>
      response.writeHead(200, { "Content-Type": "text/event-stream" }).end("retry: 1\ndata: a\n\n"),
    "ask head chunk reconnection-time dispatch end",
  ],
  [
    "NDJSON is read on, so that its times are seen",
    (response) =>
      response.writeHead(200, { "Content-Type": "application/x-ndjson" }).end('{"a":1}\n'),
    "ask head chunk end",
  ],
  [
    "an error's beginning is what it says",
    (response) => response.writeHead(503, { "Content-Type": "text/event-stream" }).end("busy"),
    "ask head failure",
  ],
  ["a cut before the head", (response) => response.destroy(), "ask failure"],
];

for (const [name, answer, seen] of answers) {
  test(name, async (t) => {
    const { origin, heard } = await answerInTurn(t, [answer, answer]);
    const { records } = await asked(origin, isOver);
    assert.equal(kinds(records).join(" "), seen);
    assert.equal(heard.length, 1, "it is sent once");
    assert.doesNotMatch(JSON.stringify(records), /s3cret/);
  });
}

test("what outgrows the limit is let go of, and said", async (t) => {
  const { origin } = await answerInTurn(t, [
    (response) => {
      response.writeHead(200, { "Content-Type": "text/event-stream" });
      response.write(`data: ${"x".repeat(2000)}`);
    },
  ]);
  const { records, tooMuch } = await asked(origin, ({ kind }) => kind === "close", 1000);
  assert.equal(records.at(-1)?.kind, "close");
  assert.equal(tooMuch(), 1);
});

test("one that never answers is waited for until somebody stops it", async (t) => {
  const { origin } = await answerInTurn(t, [() => {}]);
  const { records, client } = await asked(origin, ({ kind }) => kind === "ask");
  client.close();
  client.close();
  assert.deepEqual(kinds(records), ["ask", "close"]);
});

test("a secret in the answer's head is not kept, nor one of the request's that head or body repeats", async (t) => {
  const { origin } = await answerInTurn(t, [
    (response) => {
      const head = { "X-Auth-Token": "s3cret", "X-You-Sent": "Bearer s3cret" };
      response.writeHead(200, { "Content-Type": "text/event-stream", ...head });
      response.end("data: s3cret, from 7s3c\n\n");
    },
    (response) => response.writeHead(403).end("not with s3cret"),
  ]);
  const { records } = await asked(origin, isOver);
  assert.doesNotMatch(JSON.stringify(records), /s3cret/);
  assert.match(JSON.stringify(records), /x-auth-token/);
  const told = records.map((one) => (one.kind === "chunk" ? String(Buffer.from(one.bytes)) : one));
  assert.ok(told.includes("data: ******, from 7s3c\n\n"));
  const refused = await asked(origin, isOver);
  assert.match(JSON.stringify(refused.records), /not with \*{6}/);
});
