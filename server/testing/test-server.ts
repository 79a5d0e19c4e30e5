/** Starts a whole server for tests: on a free port, with stream scripts in a folder of its own. */
import { writeFile } from "node:fs/promises";
import type { TestContext } from "node:test";
import type { FastifyInstance } from "fastify";
import { temporaryFolder } from "../../dev/testing/temporary-folder.ts";
import { buildApp, type RoomOptions } from "../app.ts";
import { startDemoModel } from "../chat/demo-model.ts";
import type { Model } from "../chat/model.ts";
import { listen } from "../http/listen.ts";
import type { TargetProxy } from "../target/target-proxy.ts";
import { RawClient } from "./raw-client.ts";

export type TestServer = {
  app: FastifyInstance;
  port: number;
  log: Record<string, unknown>[]; // its last lines
  url(path: string): string;
  /** Asks by a raw socket, with a Host and an empty line added. */
  ask(requestLine: string, ...headers: string[]): RawClient;
};

/** Makes a POST of JSON; a text is sent as it stands. */
export function post(body: unknown, headers: Readonly<Record<string, string>> = {}): RequestInit {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return {
    method: "POST",
    headers: { ...headers, "Content-Type": "application/json" },
    body: text,
  };
}

/** @param scripts by name  @param model who answers in chats; the demo model where none is given  @param room none where it is left out  @param patience with a client that takes nothing, ms */
export async function startServer(
  t: TestContext,
  scripts: Readonly<Record<string, string>> = {},
  model?: Model,
  room: RoomOptions | null = null,
  patience?: number,
  target: TargetProxy | null = null,
): Promise<TestServer> {
  const streams = await temporaryFolder(t);
  for (const [name, text] of Object.entries(scripts))
    await writeFile(`${streams}/${name}.sse`, text);
  const log: Record<string, unknown>[] = [];
  const app = buildApp({
    logger: { stream: { write: (line: string) => void log.push(JSON.parse(line)) } },
    streams,
    saved: await temporaryFolder(t),
    roles: `${import.meta.dirname}/../../roles`,
    model: model ?? (await startDemoModel()),
    room,
    target,
    page: null,
    bounds: patience === undefined ? {} : { patience },
  });
  const port = await listen(app, 0);
  t.after(() => app.close());
  return {
    app,
    port,
    log,
    url: (path) => `http://127.0.0.1:${port}${path}`,
    ask: (requestLine, ...headers) =>
      new RawClient(t, port, [requestLine, "Host: localhost", ...headers, "", ""].join("\n")),
  };
}
