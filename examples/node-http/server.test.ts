/** The example as it runs: what it takes care of. Node from 22.18 on runs this file as it stands. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { type TestContext, test } from "node:test";

/** Starts the server, which ends with the test. */
async function start(t: TestContext): Promise<{
  ask(lastEventId: string, signal?: AbortSignal): Promise<Response>;
  says(what: string): Promise<void>;
}> {
  const server = spawn(process.execPath, [`${import.meta.dirname}/server.js`], {
    env: { ...process.env, PORT: "0", HEARTBEAT: "100" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  t.after(() => server.kill());
  let printed = "";
  server.stdout.setEncoding("utf8").on("data", (text) => {
    printed += text;
  });
  const says = async (what: string) => {
    while (!printed.includes(what)) await once(server.stdout, "data");
  };
  await says("\n");
  const url = printed.trim();
  return {
    says,
    ask: (lastEventId, signal) =>
      fetch(url, { headers: { "Last-Event-ID": lastEventId }, signal: signal ?? null }),
  };
}

test("it goes on behind Last-Event-ID, with a heartbeat in each silence, and ends", async (t) => {
  const { ask } = await start(t);
  const response = await ask("8");
  assert.equal(response.headers.get("Content-Type"), "text/event-stream");
  const [retry, ...blocks] = (await response.text()).split("\n\n").filter((block) => block !== "");
  assert.equal(retry, "retry: 1000");
  assert.deepEqual(
    blocks.filter((block) => block !== ":"),
    ['id: 9\ndata: {"tick":9}', 'id: 10\ndata: {"tick":10}'],
  );
  assert.equal(blocks[0], ":", "a comment came before the first tick");
});

test("whoever has all is told not to come back", async (t) => {
  const { ask } = await start(t);
  assert.equal((await ask("10")).status, 204);
});

test("an id that is none of its own begins at the beginning", async (t) => {
  const { ask } = await start(t);
  const response = await ask("seven");
  let text = "";
  for await (const bytes of response.body ?? []) {
    text += new TextDecoder().decode(bytes);
    if (text.includes("id: ")) break;
  }
  assert.match(text, /^id: 1$/m);
});

test("it notices that the client left", async (t) => {
  const { ask, says } = await start(t);
  const leaving = new AbortController();
  const response = await ask("5", leaving.signal);
  await response.body?.getReader().read();
  leaving.abort();
  await says("left after 5\n");
});
