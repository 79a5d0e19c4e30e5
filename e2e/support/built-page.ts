/** The page as `npm run build` makes it, served by the Node server alone, on a free port. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { execa } from "execa";
import { buildApp } from "../../server/app.ts";
import { startDemoModel } from "../../server/chat/demo-model.ts";
import { listen } from "../../server/http/listen.ts";

const root = path.join(import.meta.dirname, "../..");

export class BuiltPage {
  readonly url: string;
  readonly #close: () => Promise<void>;

  constructor(url: string, close: () => Promise<void>) {
    this.url = url;
    this.#close = close;
  }

  /** Builds the page into a folder of its own, and serves it. */
  static async serve(): Promise<BuiltPage> {
    const folder = await mkdtemp(`${tmpdir()}/sse-playground-page-`);
    const webpack = ["node_modules/webpack-cli/bin/cli.js", "build", "--disable-interpret"];
    const options = ["--config-node-env", "production", "--output-path", `${folder}/page`];
    await execa(process.execPath, [...webpack, ...options], { cwd: root });
    const app = buildApp({
      logger: false,
      streams: `${root}/streams`,
      saved: `${folder}/saved`,
      roles: `${root}/roles`,
      model: await startDemoModel(),
      room: null,
      page: `${folder}/page`,
    });
    const port = await listen(app, 0);
    return new BuiltPage(`http://localhost:${port}/`, async () => {
      await app.close();
      await rm(folder, { recursive: true });
    });
  }

  close(): Promise<void> {
    return this.#close();
  }
}
