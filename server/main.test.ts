import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import { text } from "node:stream/consumers";
import { type TestContext, test } from "node:test";
import { freePort, listenSomewhere } from "../dev/testing/free-port.ts";
import { temporaryFolder } from "../dev/testing/temporary-folder.ts";
import { RawClient } from "./testing/raw-client.ts";

const MAIN = `${import.meta.dirname}/main.ts`;

function start(t: TestContext, env: Record<string, string>, ...args: string[]): ChildProcess {
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  t.after(() => child.kill("SIGKILL"));
  return child;
}

/** Starts the server on a free port and waits until it listens. */
async function listening(t: TestContext, ...args: string[]) {
  const port = await freePort();
  const child = start(t, { SERVER_PORT: String(port) }, ...args);
  assert.ok(child.stdout);
  for await (const line of child.stdout) if (/listening/.test(String(line))) break;
  return { child, port };
}

test("in a room the presenter's link is printed beside the log, which does not hold it", async (t) => {
  const child = start(t, { HOST: "0.0.0.0", SERVER_PORT: String(await freePort()) });
  assert.ok(child.stdout && child.stderr);
  const log = text(child.stdout);
  let printed = "";
  for await (const piece of child.stderr) {
    printed += piece;
    if (printed.endsWith("\n")) break;
  }
  const link = /^for you, the presenter: http:\S+\/#presenter=([\w-]{32})\n$/;
  const [, token = ""] = link.exec(printed) ?? [];
  assert.notEqual(token, "", printed);
  child.kill();
  const logged = await log;
  assert.match(logged, /listening/);
  assert.doesNotMatch(logged, new RegExp(token));
});

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  test(`${signal} ends streams properly and exits with 0`, async (t) => {
    const { child, port } = await listening(t);
    const path = "/api/sse/endless-ticker";
    const client = new RawClient(t, port, `GET ${path} HTTP/1.1\nHost: localhost\n\n`);
    await client.until("data:");
    child.kill(signal);
    assert.equal(await client.ended, "fin");
    assert.equal(client.chunks.at(-1), "");
    assert.deepEqual(await once(child, "exit"), [0, null]);
  });
}

test("it serves the page of the folder that it is told, on both loopback addresses", async (t) => {
  const folder = await temporaryFolder(t);
  await writeFile(`${folder}/index.html`, "the page");
  const { port } = await listening(t, "--page", path.relative(process.cwd(), folder));
  for (const host of ["127.0.0.1", "[::1]"]) {
    assert.equal(await (await fetch(`http://${host}:${port}/`)).text(), "the page", host);
  }
});

test("an option that it does not know is one line that names it", async (t) => {
  const child = start(t, {}, "--pages", "dist");
  assert.ok(child.stderr);
  assert.match(await text(child.stderr), /^Unknown option '--pages'.*\n$/);
});

/** Returns what it says on stderr, and its exit code. */
async function failure(t: TestContext, env: Record<string, string>): Promise<[string, number]> {
  const child = start(t, env);
  assert.ok(child.stderr);
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, "exit")]);
  return [said, code];
}

test("a port in use is one line that says what to do", async (t) => {
  const other = createServer();
  t.after(() => other.close());
  const port = await listenSomewhere(other);
  const [said, code] = await failure(t, { SERVER_PORT: String(port) });
  assert.match(
    said,
    /^port \d+ is in use; end what uses it, or choose another one: SERVER_PORT=\d+\n$/,
  );
  assert.equal(code, 1);
});

/** One of each place that a variable is read in; what else is wrong: http/ports.test.ts, chat/model.test.ts. */
const wrong: [env: Record<string, string>, said: RegExp][] = [
  [{ PAGE_PORT: "abc" }, /^PAGE_PORT is "abc", which is no port; .*\n$/],
  [{ LOG_LEVEL: "loud" }, /^LOG_LEVEL is "loud"; write one of .*\n$/],
  [{ HOST: "192.0.2.77" }, /^HOST is "192.0.2.77", which is no address of this machine; .*\n$/],
];
for (const [env, line] of wrong) {
  test(`${JSON.stringify(env)} is one line that says what to write`, async (t) => {
    const [said, code] = await failure(t, { SERVER_PORT: String(await freePort()), ...env });
    assert.match(said, line);
    assert.equal(code, 1);
  });
}
