/** Serves the built page by a Node server of its own. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { builtPage } from "../../dev/built-page.ts";
import { buildApp } from "../../server/app.ts";
import { startDemoModel } from "../../server/chat/demo-model.ts";
import { listen } from "../../server/http/listen.ts";
import type { TargetProxy } from "../../server/target/target-proxy.ts";

const root = path.join(import.meta.dirname, "../..");

/** @param port 0 takes any that is free */
export async function serveBuiltPage(port: number, target: TargetProxy | null) {
  const saved = await mkdtemp(`${tmpdir()}/sse-playground-saved-`);
  const app = buildApp({
    logger: false,
    streams: `${root}/streams`,
    saved,
    roles: `${root}/roles`,
    model: await startDemoModel(),
    room: null,
    target,
    page: await builtPage(),
  });
  return {
    port: await listen(app, port),
    async close() {
      await app.close();
      await rm(saved, { recursive: true });
    },
  };
}
