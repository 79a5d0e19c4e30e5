/** Says what is copied of a chat, run against a server that would answer once more. */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { test } from "node:test";
import { promisify } from "node:util";
import { answerInTurn, type Respond } from "../../../dev/testing/answer-in-turn.ts";
import { runOf } from "../../testing/staged.ts";
import { eventSourceClient } from "./clients.ts";
import { newEventSource } from "./coming-back.ts";
import { curl } from "./curl.ts";
import { askedBy } from "./request.ts";
import { asked, LIMIT, printed } from "./testing/pasted.ts";

const exec = promisify(execFile);
const options = { eventTypes: ["token"], credentials: false, comesBack: false, done: "[DONE]" };

const says: Respond = (response) =>
  response
    .writeHead(200, { "Content-Type": "text/event-stream" })
    .end('retry: 1\nid: a:1\nevent: token\ndata: {"text":"Hi"}\n\nid: a:end\ndata: [DONE]\n\n');
const keeps: Respond = (response) =>
  response.writeHead(201, { Location: "/api/chats/7", "Content-Type": "application/json" }).end();

const SAID = 'token a:1 {"text":"Hi"}\nmessage a:end [DONE]\n';

for (const [name, client] of [
  ["an EventSource", eventSourceClient],
  ["one that comes back", newEventSource],
] as const) {
  test(`${name} closes at [DONE], and does not ask again`, async (t) => {
    const { origin, heard } = await answerInTurn(t, [says, says]);
    const question = asked(`${origin}/api/chat?prompt=Hi`);
    assert.equal((await printed(t, client(question, options))).replace("open\n", ""), SAID);
    assert.equal(heard.length, 1);
  });

  test(`${name} leaves a long message first`, async (t) => {
    const { origin, heard } = await answerInTurn(t, [keeps, says]);
    const question = asked(`${origin}/api/chats?x=1`, { left: '{"message":"Hi"}' });
    assert.equal((await printed(t, client(question, options))).replace("open\n", ""), SAID);
    const urls = heard.map(({ url }) => url);
    assert.deepEqual(urls, ["/api/chats", "/api/chats/7?x=1"]);
  });

  test(`${name} of the package sends the header that the browser's own cannot`, async (t) => {
    const sent: unknown[] = [];
    const { origin } = await answerInTurn(t, [
      (response) => {
        sent.push(response.req.headers.authorization);
        says(response);
      },
    ]);
    const question = asked(`${origin}/api/chat?prompt=Hi`, { isAuthorized: true });
    const code = client(question, { ...options, credentials: true });
    assert.equal((await printed(t, code)).replace("open\n", ""), SAID);
    assert.deepEqual(sent, ["Bearer your-key"]);
  });
}

const hasCurl = await exec("curl", ["--version"]).then(
  () => true,
  () => false,
);

test("curl leaves a long message first", { skip: !hasCurl }, async (t) => {
  const { origin, heard } = await answerInTurn(t, [keeps, says]);
  const left = JSON.stringify({ message: 'it\'s "$(id)" `id` \\ \n $HOME' });
  const question = asked(`${origin}/api/chats?x=[1-3]`, { left });
  const { stdout } = await exec("bash", ["-c", curl(question)], LIMIT);
  assert.match(stdout, /data: \[DONE\]\n\n$/);
  const urls = heard.map(({ url }) => url);
  assert.deepEqual(urls, ["/api/chats", "/api/chats/7?x=[1-3]"]);
});

test("whoever copies leaves the message anew: its name is soon forgotten", () => {
  const lane = "eventsource";
  const url = "/api/chats/0815?trace=t&lane=eventsource&relay=no-ids";
  const run = runOf([
    { side: "browser", lane, at: 0, kind: "ask", method: "GET", by: "browser", url },
  ]);
  const left = '{"message":"Hi"}';
  const anew = asked("http://localhost:8345/api/chats?relay=no-ids", { left });
  assert.deepEqual(askedBy(run, lane, "http://localhost:8345", left), anew);
});
