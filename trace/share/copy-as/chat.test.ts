/** What is copied of a chat, run against a server that would answer once more. */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { test } from "node:test";
import { promisify } from "node:util";
import { answerInTurn, type Respond } from "../../../dev/testing/answer-in-turn.ts";
import type { TraceRecord } from "../../run/records.ts";
import { runOf } from "../../testing/staged.ts";
import { eventSourceClient } from "./clients.ts";
import { newEventSource } from "./coming-back.ts";
import { curl } from "./curl.ts";
import { type Asked, askedBy } from "./request.ts";

const run = promisify(execFile);
const LIMIT = { timeout: 20_000 };

const options = { eventTypes: ["token"], credentials: false, comesBack: false, done: "[DONE]" };
const plainly = {
  body: null,
  left: null,
  lastEventId: "",
  acceptEncoding: "",
  isAuthorized: false,
};

const says: Respond = (response) =>
  response
    .writeHead(200, { "Content-Type": "text/event-stream" })
    .end('retry: 1\nid: a:1\nevent: token\ndata: {"text":"Hi"}\n\nid: a:end\ndata: [DONE]\n\n');
const keeps: Respond = (response) =>
  response.writeHead(201, { Location: "/api/chats/7", "Content-Type": "application/json" }).end();

const SAID = 'token a:1 {"text":"Hi"}\nmessage a:end [DONE]\n';

/** What Node prints, which ends when nothing is open any more. */
async function printed(code: string): Promise<string> {
  const flags = ["--experimental-eventsource", "--no-warnings", "--input-type=module"];
  return (await run(process.execPath, [...flags, "-e", code], LIMIT)).stdout;
}

for (const [name, client] of [
  ["an EventSource", eventSourceClient],
  ["one that comes back", newEventSource],
] as const) {
  test(`${name} closes at [DONE], and does not ask again`, async (t) => {
    const { origin, heard } = await answerInTurn(t, [says, says]);
    const asked: Asked = { ...plainly, url: `${origin}/api/chat?prompt=Hi` };
    assert.equal((await printed(client(asked, options))).replace("open\n", ""), SAID);
    assert.equal(heard.length, 1);
  });

  test(`${name} leaves a long message first`, async (t) => {
    const { origin, heard } = await answerInTurn(t, [keeps, says]);
    const asked = { ...plainly, url: `${origin}/api/chats?x=1`, left: '{"message":"Hi"}' };
    assert.equal((await printed(client(asked, options))).replace("open\n", ""), SAID);
    assert.deepEqual(
      heard.map(({ url }) => url),
      ["/api/chats", "/api/chats/7?x=1"],
    );
  });

  test(`${name} of the package sends the header that the browser's own cannot`, async (t) => {
    const sent: unknown[] = [];
    const { origin } = await answerInTurn(t, [
      (response) => {
        sent.push(response.req.headers.authorization);
        says(response);
      },
    ]);
    const asked = { ...plainly, url: `${origin}/api/chat?prompt=Hi`, isAuthorized: true };
    const code = client(asked, { ...options, credentials: true });
    assert.equal((await printed(code)).replace("open\n", ""), SAID);
    assert.deepEqual(sent, ["Bearer your-key"]);
  });
}

const hasCurl = await run("curl", ["--version"]).then(
  () => true,
  () => false,
);

test("curl leaves a long message first", { skip: !hasCurl }, async (t) => {
  const { origin, heard } = await answerInTurn(t, [keeps, says]);
  const left = JSON.stringify({ message: 'it\'s "$(id)" `id` \\ \n $HOME' });
  const asked = { ...plainly, url: `${origin}/api/chats?x=[1-3]`, left };
  const { stdout } = await run("bash", ["-c", curl(asked)], LIMIT);
  assert.match(stdout, /data: \[DONE\]\n\n$/);
  assert.deepEqual(
    heard.map(({ url }) => url),
    ["/api/chats", "/api/chats/7?x=[1-3]"],
  );
});

test("who copies leaves the message anew: its name is soon forgotten", () => {
  const ask: TraceRecord = {
    side: "browser",
    lane: "eventsource",
    at: 0,
    kind: "ask",
    method: "GET",
    by: "browser",
    url: "/api/chats/0815?trace=t&lane=eventsource&relay=no-ids",
  };
  const body = '{"message":"Hi"}';
  assert.deepEqual(askedBy(runOf([ask]), "eventsource", "http://localhost:8345", body), {
    ...plainly,
    url: "http://localhost:8345/api/chats?relay=no-ids",
    left: body,
  });
});
