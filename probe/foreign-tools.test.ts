/** The probe, and the target proxy, against the real tools in whose front or behind which people's streams are stuck. */
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import compression from "compression";
import express from "express";
import webpack from "webpack";
import WebpackDevServer from "webpack-dev-server";
import { findNginx, startNginx } from "../dev/examples/nginx.ts";
import { freePort } from "../dev/testing/free-port.ts";
import { temporaryFolder } from "../dev/testing/temporary-folder.ts";
import { type Proxied, proxyTo } from "../server/target/testing/target.ts";
import { verdictSentences } from "../trace/en/verdict.ts";
import { whereDeparted } from "../trace/en/where.ts";
import { createRun } from "../trace/run/run.ts";
import { verdict } from "../trace/verdict/verdict.ts";
import { foreignServer, type Lasting } from "./testing/foreign-server.ts";
import { runCli } from "./testing/run-cli.ts";
import { EVENT_STREAM, live, tick } from "./testing/streams.ts";

const withoutStreams = compression({
  filter: (req, res) =>
    /^text\/event-stream/i.test(String(res.getHeader("Content-Type")))
      ? false
      : compression.filter(req, res),
});

/** `watched`: the verdict on what left it, and a line that is to be changed; "" for none. */
type Case = [
  name: string,
  serve: (t: Lasting) => Promise<URL>,
  status: number,
  says: RegExp[],
  watched: [headline: RegExp, line: string],
];

const NOT_FLUSHED = /^Compressed there and not flushed$/;
const EVENLY = /^Left localhost:\d+ evenly$/;

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
    [NOT_FLUSHED, "compression({ filter:"],
  ],
  [
    "Express with the line that the probe names: even",
    (t) => expressServer(t, withoutStreams),
    0,
    [/^Arrives evenly$/m],
    [EVENLY, ""],
  ],
  [
    "a webpack-dev-server as it comes: not flushed",
    (t) => devServer(t, true),
    1,
    [/^Compressed there and not flushed$/m, /`devServer: { compress: false }`/],
    [NOT_FLUSHED, "devServer: { compress: false }"],
  ],
  [
    "a webpack-dev-server with the line that the probe names: even",
    (t) => devServer(t, false),
    0,
    [/^Arrives evenly$/m],
    [EVENLY, ""],
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
    [/^Already one burst when it left localhost:\d+$/, "proxy_buffering off;"],
  ],
  [
    "nginx with the line that the probe names: even",
    (t) => nginx(t, "proxy_buffering off;"),
    0,
    [/^Arrives evenly$/m],
    [EVENLY, ""],
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

  describe("and by the target proxy", { concurrency: cases.length }, () => {
    for (const [name, , , , [headline, line]] of cases) {
      test(name, async (t) => {
        const { port = "", pathname = "" } = urls.get(name) ?? {};
        const proxy = await proxyTo(t, `http://localhost:${port}`);
        const headers = { "Accept-Encoding": "gzip, deflate, br" };
        await (await fetch(proxy.url(pathname), { headers })).text();
        const [one] = await proxy.listed(([one]) => one?.state === "ended");
        const watched = `localhost:${port}`;
        const run = createRun({ ...SETUP, beganAt: one?.beganAt ?? 0, watched });
        const isCoded = one?.coding !== "";
        if (isCoded) await askedAgain(proxy);
        for (const record of proxy.told(1)) {
          if (!("lane" in record)) continue;
          run.add({ ...record, side: "server", boot: "b", at: record.at - run.setup.beganAt });
        }
        const { headline: found } = verdict(run);
        assert.match(verdictSentences.headline(found), headline);
        assert.ok(found.word === "departed");
        const head = run.lane("fetch").attempts[0]?.head?.headers ?? [];
        const where = whereDeparted(found, head)?.all.filter((one) => one.named) ?? [];
        assert.equal(
          where.some((one) => one.line.includes(line)),
          line !== "",
          JSON.stringify(where),
        );
      });
    }
  });
});

const SETUP = {
  trace: "1",
  script: { name: "GET /events", text: "" },
  path: { proxy: false, port: 0 },
  noTransform: false,
  browser: "",
  clockError: 0,
} as const;

/** Asks once more, as the press of the button does. */
async function askedAgain(proxy: Proxied): Promise<void> {
  const ends = () => proxy.told(1).filter(({ kind }) => kind === "end").length;
  assert.ok(proxy.proxy.watched.repeatOf("1")?.());
  const heard = proxy.proxy.watched.tap.recordsOf("1");
  await new Promise<void>((resolve) => {
    const forget = heard.onRecord(() => {
      if (ends() < 2) return;
      forget();
      resolve();
    });
  });
}

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
  const site = `${await temporaryFolder(t)}/site.conf`;
  await writeFile(
    site,
    `upstream behind { server 127.0.0.1:3000; }
    server { listen 8080; location / { proxy_pass http://behind; ${line} } }`,
  );
  const program = await findNginx();
  assert.ok(program, "nginx is not installed: install it");
  const { url, served } = await startNginx(program, site, behind.host);
  t.after(() => served.end());
  return new URL(`${url}/events`);
}
