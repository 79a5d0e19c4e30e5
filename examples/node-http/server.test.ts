/** The example as it runs: what it takes care of. Node from 22.18 on runs this file as it stands. */
import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { after, before, test } from "node:test";

let server: ChildProcess;
let url = "";
let printed = "";

before(async () => {
  server = spawn(process.execPath, [`${import.meta.dirname}/server.js`], {
    env: { ...process.env, PORT: "0", HEARTBEAT: "100" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  server.stdout?.setEncoding("utf8").on("data", (text) => {
    printed += text;
  });
  await says("\n");
  url = printed.trim();
});

after(() => server.kill());

async function says(what: string): Promise<void> {
  assert.ok(server.stdout);
  while (!printed.includes(what)) await once(server.stdout, "data");
}

function ask(lastEventId: string, signal: AbortSignal | null = null): Promise<Response> {
  return fetch(url, { headers: { "Last-Event-ID": lastEventId }, signal });
}

test("it goes on behind Last-Event-ID, with a heartbeat in each silence, and ends", async () => {
  const response = await ask("8");
  assert.equal(response.headers.get("Content-Type"), "text/event-stream");
  const [retry, ...blocks] = (await response.text()).split("\n\n").filter((block) => block !== "");
  assert.equal(retry, "retry: 1000");
  const events = ['id: 9\ndata: {"tick":9}', 'id: 10\ndata: {"tick":10}'];
  assert.deepEqual(
    blocks.filter((block) => block !== ":"),
    events,
  );
  assert.equal(blocks[0], ":", "a comment came before the first tick");
});

test("who has all is told not to come back", async () => {
  assert.equal((await ask("10")).status, 204);
});

test("an id that is none of its own begins at the beginning", async () => {
  const leaving = new AbortController();
  const response = await ask("seven", leaving.signal);
  let text = "";
  for await (const bytes of response.body ?? []) {
    text += new TextDecoder().decode(bytes);
    if (text.includes("id: ")) break;
  }
  assert.match(text, /^id: 1$/m);
});

test("it notices that the client left", async () => {
  const leaving = new AbortController();
  const response = await ask("5", leaving.signal);
  await response.body?.getReader().read();
  leaving.abort();
  await says("left after 5\n");
});
