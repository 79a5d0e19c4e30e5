/** The real `npm start`, on a copy of the project whose files can be edited. */
import assert from "node:assert/strict";
import { once } from "node:events";
import {
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  symlink,
  writeFile,
} from "node:fs/promises";
import { get } from "node:http";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { execa } from "execa";
import { takenPorts } from "./free-ports.ts";
import { freePort } from "./testing/free-port.ts";

const LIMIT = 60_000; // ms for anything that is waited for; a whole test has four times as much
const onLinux = process.platform === "linux"; // where /proc tells who works in a folder

const root = path.join(import.meta.dirname, "..");
const notCopied = /^(\.|(node_modules|dist|e2e|examples|docs|test-results|playwright-report)$)/;
const copy = await mkdtemp(path.join(os.tmpdir(), "sse-playground-"));
for (const name of await readdir(root)) {
  if (notCopied.test(name)) continue;
  await cp(path.join(root, name), path.join(copy, name), { recursive: true });
}
await symlink(path.join(root, "node_modules"), path.join(copy, "node_modules"));
for (const entry of ["main", "viewer"]) {
  await writeFile(path.join(copy, `client/${entry}.ts`), "export {};"); // what they do is tested in e2e/
}
after(() => rm(copy, { recursive: true, force: true }));

/** A page that was built before: where no edit is followed, webpack compiles nothing. */
const built = path.join(copy, "built");
await mkdir(built);
await writeFile(path.join(built, "index.html"), "<sse-app>");

const [page, twin, server] = [await freePort(), await freePort(), await freePort()];
const env = {
  PAGE_PORT: `${page}`,
  TWIN_PORT: `${twin}`,
  SERVER_PORT: `${server}`,
};

test("a port in use is one line that names it, who has it and what to set", async () => {
  const holder = net.createServer().listen(twin, "127.0.0.1");
  const start = run(env, "npm", "start", "--silent");
  assert.equal(await start.exitCode, 1);
  assert.match(start.output(), new RegExp(`^Port ${twin} is taken.*TWIN_PORT=… npm start\n$`));
  holder.close();
});

test("npm start follows edits and leaves nothing behind at Ctrl-C", async (t) => {
  const start = run(env, "npm", "start");
  await start.says("SSE Playground: ");
  assert.equal(
    start.output().trim().split("\n").at(-1),
    `SSE Playground: http://localhost:${page}/`,
  );

  await t.test("page, twin and API answer, on both loopback addresses", async () => {
    for (const host of ["127.0.0.1", "[::1]"]) {
      assert.match(await text(`http://${host}:${page}/`), /<sse-app>/);
      assert.match(await text(`http://${host}:${twin}/`), /<sse-app>/);
      assert.equal((await fetch(`http://${host}:${page}/api/health`)).status, 200);
    }
  });

  await t.test("each dev server tells what it is set to", async () => {
    assert.deepEqual(await setting(page), { port: page, compress: false });
    assert.deepEqual(await setting(twin), { port: twin, compress: true });
  });

  await t.test("the page may ask the other dev server, a foreign page may not", async () => {
    const ask = async (origin: string) =>
      (await fetch(`http://localhost:${twin}/dev-server`, { headers: { origin } })).headers.get(
        "access-control-allow-origin",
      );
    assert.equal(await ask(`http://localhost:${page}`), `http://localhost:${page}`);
    assert.equal(await ask("http://localhost:1"), null);
    assert.equal(await ask(`http://elsewhere.example:${page}`), null);
  });

  await t.test(
    "no page of others frames what they serve, or shows what the server plays",
    async () => {
      const policies = [
        ["/", "frame-ancestors 'self'"],
        ["/main.js", "frame-ancestors 'self'"],
        ["/dev-server", "frame-ancestors 'self'"],
        ["/nothing", "frame-ancestors 'self'"],
        ["/webpack-dev-server", "frame-ancestors 'self'"],
        ["/api/health", "sandbox; frame-ancestors 'self'"],
        ["/api/sse/five-ticks", "sandbox; frame-ancestors 'self'"],
        ["/api/nothing", "sandbox; frame-ancestors 'self'"],
      ];
      for (const port of [page, twin]) {
        for (const [path, policy] of policies) {
          const { headers, body } = await fetch(`http://localhost:${port}${path}`);
          await body?.cancel();
          assert.equal(headers.get("content-security-policy"), policy, `${port}${path}`);
          assert.equal(headers.get("x-frame-options"), "SAMEORIGIN", `${port}${path}`);
        }
      }
    },
  );

  await t.test("the viewer is made when it is asked for", async () => {
    const response = await fetch(`http://localhost:${twin}/viewer.js`);
    assert.equal(response.status, 200);
    assert.equal(response.headers.get("content-type"), "text/javascript");
    await response.body?.cancel();
  });

  await t.test("webpack-dev-server's own routes are not there", async () => {
    const routes = ["", "/", "/open-editor?fileName=README.md", "/invalidate", "/INVALIDATE/"];
    for (const port of [page, twin]) {
      for (const route of routes) {
        const { status } = await fetch(`http://localhost:${port}/webpack-dev-server${route}`);
        assert.equal(status, 404, route);
      }
    }
  });

  await t.test("whoever asks by a foreign name is refused, for the viewer too", async () => {
    for (const port of [page, twin]) {
      for (const path of ["/", "/viewer.js", "/dev-server", "/webpack-dev-server/invalidate"]) {
        const [response] = await once(
          get({ host: "127.0.0.1", port, path, headers: { Host: "evil.example" } }),
          "response",
        );
        response.resume();
        assert.equal(response.statusCode, 403, path);
        assert.equal(response.headers["x-frame-options"], "SAMEORIGIN");
      }
    }
  });

  const edits: [file: string, next: (source: string) => string][] = [
    ["webpack.config.ts", (source) => source.replace("compress: false", "compress: true")],
    ["server/main.ts", (source) => source],
  ];
  for (const [file, next] of edits) {
    await t.test(`a broken ${file} waits for the next save`, async () => {
      const whole = await edit(file, (source) => `${source}\n}`);
      await start.says("waiting for the next save");
      if (file === "server/main.ts") await proxiesAnswerAlone();
      await edit(file, () => next(whole));
      await start.says("runs again");
    });
  }

  await t.test("an edit of `compress` takes effect", async () => {
    assert.deepEqual(await setting(page), { port: page, compress: true });
  });

  start.pressCtrlC();
  assert.equal(await start.signal, "SIGINT", "npm ends of what it was told");
  await nothingLeft();
});

test("in a room the last line is the presenter's link, which outlives a restart of the server", async () => {
  await edit("webpack.config.ts", (source) => source.replace(/compress: \w+,/, "")); // the page's
  const inRoom = { ...env, HOST: "0.0.0.0" };
  const start = run(inRoom, process.execPath, "--import", "./dev/node-24.js", "dev/start.ts");
  await start.says("SSE Playground: ");
  const [, token] =
    /\nSSE Playground: http:\S+\/#presenter=([\w-]{32})\n$/.exec(start.output()) ?? [];
  assert.ok(token, start.output());
  const byDefault = "without the line, webpack-dev-server's own default is told";
  assert.deepEqual(await setting(page), { port: page, compress: true }, byDefault);
  const introduce = async (port: number | undefined, token: string) => {
    const { status, headers } = await fetch(`http://localhost:${port}/api/presenter`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ token }),
    });
    return `${status} ${headers.get("set-cookie")?.includes(token) ?? false}`;
  };
  for (const port of [page, twin, server]) assert.equal(await introduce(port, token), "204 true");
  assert.equal(await introduce(page, "another-token"), "403 false");
  await edit("server/main.ts", (source) => `${source}\n`);
  await start.says("the server runs again");
  assert.equal(await introduce(page, token), "204 true");
  start.pressCtrlC();
  assert.equal(await start.exitCode, 0);
  await nothingLeft();
});

test("a process that ends by itself takes the others with it", { skip: !onLinux }, async () => {
  const start = run({ ...env, BUILT_PAGE: built }, "npm", "start");
  await start.says("SSE Playground: ");
  const [victim] = await processes("server/main.ts");
  assert.ok(victim);
  process.kill(victim, "SIGKILL");
  assert.equal(await start.exitCode, 1);
  assert.match(start.output(), /the server ended by itself \(SIGKILL\)/);
  await nothingLeft();
});

for (const [command = "", ...args] of [
  ["npm", "start"],
  [process.execPath, "--import", "./dev/node-24.js", "dev/start.ts"],
]) {
  test(`nothing is left when ${path.basename(command)} is killed`, async () => {
    const start = run({ ...env, BUILT_PAGE: built }, command, ...args);
    await start.says("SSE Playground: ");
    start.kill("SIGKILL");
    await nothingLeft();
  });
}

function run(env: Record<string, string>, command: string, ...args: string[]) {
  const child = execa(command, args, {
    cwd: copy,
    env,
    reject: false,
    all: true,
    timeout: 4 * LIMIT,
    detached: true, // as a terminal starts it: a group of its own
  });
  let output = "";
  let read = 0; // up to where says() has found what it waited for
  child.all.on("data", (chunk) => {
    output += chunk;
  });
  return {
    exitCode: child.then(({ exitCode }) => exitCode),
    signal: child.then(({ signal }) => signal),
    kill: (signal: NodeJS.Signals) => child.kill(signal),
    /** A terminal tells the whole group: npm, the shell between, and what that runs. */
    pressCtrlC() {
      assert.ok(child.pid);
      process.kill(-child.pid, "SIGINT");
    },
    output: () => output,
    async says(words: string): Promise<void> {
      await until(
        () => output.includes(words, read),
        () => `"${words}" in:\n${output}`,
      );
      read = output.indexOf(words, read) + words.length;
    },
  };
}

async function until(holds: () => boolean | Promise<boolean>, what: () => string): Promise<void> {
  const end = performance.now() + LIMIT;
  while (!(await holds())) {
    assert.ok(performance.now() < end, `waited for ${what()}`);
    await wait(20);
  }
}

async function nothingLeft(): Promise<void> {
  await until(
    async () => (await processes()).length === 0,
    () => "the last process to end",
  );
  assert.deepEqual(await takenPorts({ page, twin, server }), []);
}

/** The processes that work in the copy, but for npm's shell before it is gone. */
async function processes(command = ""): Promise<number[]> {
  if (!onLinux) return [];
  const found: number[] = [];
  for (const pid of await readdir("/proc")) {
    const folder = await readlink(`/proc/${pid}/cwd`).catch(() => undefined);
    if (folder !== copy) continue;
    const line = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
    if (line !== "" && line.includes(command)) found.push(Number(pid));
  }
  return found;
}

/** @returns what the file held before */
async function edit(file: string, change: (source: string) => string): Promise<string> {
  const source = await readFile(path.join(copy, file), "utf8");
  await writeFile(path.join(copy, file), change(source));
  return source;
}

/** What a proxy says while the server is away is no more to be framed or shown than the server's own answers. */
async function proxiesAnswerAlone(): Promise<void> {
  for (const port of [page, twin]) {
    const { status, headers } = await fetch(`http://localhost:${port}/api/health`);
    assert.equal(status, 504);
    assert.equal(headers.get("content-security-policy"), "sandbox; frame-ancestors 'self'");
    assert.equal(headers.get("x-frame-options"), "SAMEORIGIN");
  }
}

async function text(url: string): Promise<string> {
  return await (await fetch(url)).text();
}

async function setting(port: number): Promise<unknown> {
  return await (await fetch(`http://localhost:${port}/dev-server`)).json();
}
