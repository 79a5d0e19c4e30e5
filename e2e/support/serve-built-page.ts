/** The built page, served by the Node server alone at BUILT_PORT: Playwright starts this once for all tests. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { builtPage } from "../../dev/built-page.ts";
import { buildApp } from "../../server/app.ts";
import { startDemoModel } from "../../server/chat/demo-model.ts";
import { listen } from "../../server/http/listen.ts";
import { readTarget } from "../../server/target/settings.ts";
import { TargetProxy } from "../../server/target/target-proxy.ts";

const root = path.join(import.meta.dirname, "../..");

const saved = await mkdtemp(`${tmpdir()}/sse-playground-saved-`);
const target = readTarget(process.env);
const proxy = target === null ? null : new TargetProxy(target);
const app = buildApp({
  logger: false,
  streams: `${root}/streams`,
  saved,
  roles: `${root}/roles`,
  model: await startDemoModel(),
  room: null,
  target: proxy,
  page: await builtPage(),
});
process.once("SIGTERM", async () => {
  await Promise.all([proxy?.close(), app.close()]);
  await rm(saved, { recursive: true });
  process.exit(0);
});
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, "SIGTERM"); // Playwright was killed
}, 1000).unref();
await proxy?.listen();
const port = await listen(app, Number(process.env["BUILT_PORT"]));
process.stdout.write(`The built page: http://localhost:${port}/\n`);
