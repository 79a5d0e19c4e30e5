/**
 * `npm run examples`: installs each of examples/ and runs it for real, on ports of its own. A line an example:
 * its streams are live and resume, and the React page does what it says in both browsers. Names behind it
 * choose: `npm run examples -- express react`.
 */
import path from "node:path";
import { chromium, firefox } from "@playwright/test";
import { execa } from "execa";
import { foundBrowsers } from "../browsers.ts";
import { freePort } from "../testing/free-port.ts";
import { liveAndResumes } from "./live-and-resumes.ts";
import { findNginx, startNginx } from "./nginx.ts";
import { startPlainServer } from "./plain-server.ts";
import { drive } from "./react-page.ts";
import { type Command, node, type Served, serve } from "./serve.ts";

const INSTALLS = 240_000; // ms
const BUILDS = 120_000; // ms
const ANSWERS = 60_000; // ms
const SAID = 20; // lines of npm's: behind its errors it explains all its options
const HANGS = 600_000; // ms: what is left to do then is never done

const examples = path.join(import.meta.dirname, "../../examples");
const token = { Authorization: "Bearer let-me-in" };

const chosen = process.argv.slice(2);
const isChosen = (name: string) => chosen.length === 0 || chosen.includes(name);

setTimeout(() => {
  console.error(`The examples are not done after ${HANGS / 60_000} minutes.`);
  process.exit(1);
}, HANGS).unref();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => process.exit(1));

const installed = new Map(
  ["express", "nestjs", "react"].filter(isChosen).map((name) => {
    const done = npm(name, INSTALLS, "ci", "--ignore-scripts");
    done.catch(() => {}); // is said where it is waited for
    return [name, done];
  }),
);

await example("node-http", async () => {
  const { url, served } = await startServer("node-http", "server.js");
  const seen = await liveAndResumes(`${url}/events`, soon());
  await served.end();
  return seen;
});

await example("express", async () => {
  const { url, served } = await startServer("express", "server.js");
  const seen = await liveAndResumes(`${url}/events`, soon());
  const other = await fetch(url, { headers: { "Accept-Encoding": "gzip" }, signal: soon() });
  await other.body?.cancel();
  if (other.headers.get("Content-Encoding") !== "gzip") throw new Error(`${url} is not compressed`);
  await served.end();
  return `${seen}; all else is compressed`;
});

await example("nestjs", async () => {
  await npm("nestjs", BUILDS, "run", "build");
  const { url, served } = await startServer("nestjs", "dist/main.js");
  const seen = await liveAndResumes(`${url}/events`, soon());
  await liveAndResumes(`${url}/sse/kitchen`, soon());
  const nobody = await fetch(`${url}/sse/nobody`, { signal: soon() });
  await nobody.body?.cancel();
  if (nobody.status !== 404) throw new Error(`${url}/sse/nobody answered ${nobody.status}`);
  await served.end();
  return `${seen}; so does sse/:id`;
});

await example("react", async () => {
  await npm("react", BUILDS, "run", "build");
  const server = await startServer("react", "server.js");
  let { served } = server;
  const port = await freePort();
  const vite = await serve({
    ...node("node_modules/vite/bin/vite.js", "--port", `${port}`, "--strictPort"),
    folder: `${examples}/react`,
    env: { SERVER: server.url },
    begun: /Local:/,
  });
  const page = `http://localhost:${port}`;
  const seen = await liveAndResumes(`${page}/events`, soon(), token);
  const behind = {
    served: () => served,
    async restart() {
      await served.end();
      served = await serve(server.command);
    },
  };
  const browsers = foundBrowsers();
  if (browsers === undefined) throw new Error("No browsers yet: find-browsers.ts finds them first");
  const versions: string[] = [];
  for (const [name, type] of Object.entries({ chromium, firefox })) {
    const browser = await type.launch(name === "firefox" ? browsers.firefox : browsers.chromium);
    await drive(browser, page, behind).finally(() => browser.close());
    versions.push(`${name} ${browser.version()}`);
  }
  await Promise.all([vite.end(), served.end()]);
  return `${seen}; the page in ${versions.join(" and ")}`;
});

await example("nginx", async () => {
  const program = await findNginx();
  if (program === undefined) return "not run: there is no nginx here";
  const server = await startPlainServer();
  const site = `${examples}/nginx/sse.conf`;
  const { url, served } = await startNginx(program, site, server.host);
  const seen = await liveAndResumes(`${url}/events`, soon());
  await served.end();
  server.end();
  return seen;
});

await example("dev-servers", async () => {
  const server = await startPlainServer();
  const port = await freePort();
  const root = path.join(examples, "..");
  const webpack = await serve({
    ...node(
      "node_modules/webpack-cli/bin/cli.js",
      ...["serve", "--config", "examples/dev-servers/webpack.config.mjs", "--mode", "development"],
      ...["--entry", "./arrows.config.js", "--port", `${port}`, "--host", "127.0.0.1"],
    ),
    folder: root,
    env: { SERVER: `http://${server.host}` },
    begun: /Loopback|running at/,
  });
  const seen = await liveAndResumes(`http://127.0.0.1:${port}/events`, soon());
  await webpack.end();
  server.end();
  return `webpack: ${seen}`;
});

process.exit();

async function example(name: string, run: () => Promise<string>): Promise<void> {
  if (!isChosen(name)) return;
  const began = performance.now();
  try {
    await installed.get(name);
    const seen = await run();
    const took = ((performance.now() - began) / 1000).toFixed(0);
    console.log(`ok  ${name.padEnd(12)}${seen} (${took} s)`);
  } catch (error) {
    process.exitCode = 1;
    console.error(`NOT ${name.padEnd(12)}${error instanceof Error ? error.message : error}`);
  }
}

function soon(): AbortSignal {
  return AbortSignal.timeout(ANSWERS);
}

async function npm(name: string, timeout: number, ...words: string[]): Promise<void> {
  const { failed, all, timedOut } = await execa("npm", words, {
    cwd: `${examples}/${name}`,
    all: true,
    reject: false,
    timeout,
  });
  if (timedOut) throw new Error(`npm ${words.join(" ")} was not done after ${timeout / 1000} s`);
  if (!failed) return;
  const said = (all ?? "").split("\n").slice(0, SAID).join("\n");
  throw new Error(`npm ${words.join(" ")} failed in examples/${name}:\n${said}`);
}

/** Starts a program of Node's that listens on PORT. */
async function startServer(
  name: string,
  program: string,
): Promise<{ url: string; served: Served; command: Command }> {
  const port = await freePort();
  const command: Command = {
    ...node(program),
    folder: `${examples}/${name}`,
    env: { PORT: `${port}` },
    begun: /http:\/\/localhost:\d+/,
  };
  return { url: `http://localhost:${port}`, served: await serve(command), command };
}
