/** The built page, served by the Node server alone at BUILT_PORT: Playwright starts this once for all tests. */
import { readTarget } from "../../server/target/settings.ts";
import { TargetProxy } from "../../server/target/target-proxy.ts";
import { serveBuiltPage } from "./built-page.ts";
import "./leave-with-playwright.ts";

const target = readTarget(process.env);
const proxy = target === null ? null : new TargetProxy(target);
const server = await serveBuiltPage(Number(process.env["BUILT_PORT"]), proxy);
process.once("SIGTERM", async () => {
  await Promise.all([proxy?.close(), server.close()]);
  process.exit(0);
});
await proxy?.listen();
process.stdout.write(`The built page: http://localhost:${server.port}/\n`);
