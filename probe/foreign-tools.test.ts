/** The probe against the real tools in whose front or behind which people's streams are stuck. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { after, before, describe, test } from "node:test";
import compression from "compression";
import express from "express";
import webpack from "webpack";
import WebpackDevServer from "webpack-dev-server";
import { foreignServer, type Lasting } from "./testing/foreign-server.ts";
import { runCli } from "./testing/run-cli.ts";
import { EVENT_STREAM, live, tick } from "./testing/streams.ts";

const withoutStreams = compression({
  filter: (req, res) =>
    /^text\/event-stream/i.test(String(res.getHeader("Content-Type")))
      ? false
      : compression.filter(req, res),
});

type Case = [name: string, serve: (t: Lasting) => Promise<URL>, status: number, says: RegExp[]];

const cases: Case[] = [
  [
    "Express with compression: not flushed, and Express is among what fits the head",
    (t) => expressServer(t, compression()),
    1,
    [
      /^Compressed there and not flushed$/m,
      /^ \* compression 1\.8\.2, Express 5\.3 /m,
      /^ \* webpack-dev-server 6/m,
    ],
  ],
  [
    "Express with the line that the probe names: even",
    (t) => expressServer(t, withoutStreams),
    0,
    [/^Arrives evenly$/m],
  ],
  [
    "a webpack-dev-server as it comes: not flushed",
    (t) => devServer(t, true),
    1,
    [/^Compressed there and not flushed$/m, /`devServer: { compress: false }`/],
  ],
  [
    "a webpack-dev-server with the line that the probe names: even",
    (t) => devServer(t, false),
    0,
    [/^Arrives evenly$/m],
  ],
  [
    "nginx as it comes: a burst that is not compressed; what nginx needs is marked",
    (t) => nginx(t, ""),
    1,
    [
      /^One burst at the end$/m,
      /It is not compressed/,
      /If something on the way holds it/,
      /^ \* nginx .*\n +`proxy_buffering off;`$/m,
    ],
  ],
  [
    "nginx with the line that the probe names: even",
    (t) => nginx(t, "proxy_buffering off;"),
    0,
    [/^Arrives evenly$/m],
  ],
];

describe("the probe, with real tools", () => {
  const urls = new Map<string, URL>();
  const ends: (() => unknown)[] = [];

  // All of them first: a dev server that compiles keeps this process from reading anybody's stream.
  before(async () => {
    for (const [name, serve] of cases) {
      urls.set(name, await serve({ after: (end) => void ends.unshift(end) }));
    }
  });
  after(async () => {
    for (const end of ends) await end();
  });

  describe("says", { concurrency: cases.length }, () => {
    for (const [name, , expected, says] of cases) {
      test(name, async () => {
        const url = urls.get(name);
        assert.ok(url);
        const { status, stdout } = await runCli(url.href);
        for (const sentence of says) assert.match(stdout, sentence);
        assert.equal(status, expected);
      });
    }
  });
});

async function expressServer(t: Lasting, middleware: express.RequestHandler): Promise<URL> {
  const app = express();
  app.use(middleware);
  app.get("/events", async (_, response) => {
    response.set(EVENT_STREAM);
    await tick(response, 5, (text) => response.write(text));
    response.end();
  });
  return foreignServer(t, app);
}

async function devServer(t: Lasting, compress: boolean): Promise<URL> {
  const behind = await foreignServer(t, live);
  const compiler = webpack({
    mode: "none",
    entry: {},
    stats: "none",
    infrastructureLogging: { level: "none" },
  });
  assert.ok(compiler);
  const server = new WebpackDevServer(
    {
      host: "127.0.0.1",
      port: await freePort(),
      compress,
      setupExitSignals: false,
      hot: false,
      client: false,
      liveReload: false,
      webSocketServer: false,
      static: false,
      proxy: [{ context: ["/events"], target: behind.origin }],
    },
    compiler,
  );
  await server.start();
  t.after(() => server.stop());
  return new URL(`http://127.0.0.1:${server.options.port}/events`);
}

async function nginx(t: Lasting, line: string): Promise<URL> {
  const behind = await foreignServer(t, live);
  const port = await freePort();
  const folder = await mkdtemp(`${tmpdir()}/sse-playground-nginx-`);
  t.after(() => rm(folder, { recursive: true }));
  const places = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
    .map((place) => `${place}_temp_path ${folder}/${place};`)
    .join(" ");
  await writeFile(
    `${folder}/nginx.conf`,
    `daemon off; master_process off; pid ${folder}/pid; error_log ${folder}/error.log;
    events {}
    http {
      access_log off; ${places}
      server {
        listen 127.0.0.1:${port};
        location / { proxy_pass ${behind.origin}; ${line} }
      }
    }`,
  );
  const child = spawn("nginx", ["-c", `${folder}/nginx.conf`, "-e", `${folder}/error.log`], {
    stdio: "ignore",
    env: { ...process.env, PATH: `${process.env["PATH"]}:/usr/sbin:/usr/local/sbin` },
  });
  await once(child, "spawn").catch(() => assert.fail("nginx is not installed: install it"));
  const gone = once(child, "exit");
  t.after(async () => {
    child.kill("SIGTERM");
    await gone;
  });
  while (!(await listensOn(port))) assert.equal(child.exitCode, null, "nginx ended at its start");
  return new URL(`http://127.0.0.1:${port}/events`);
}

function listensOn(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address !== null ? address.port : 0;
}
