/**
 * The viewer: all that an exported HTML file needs to show its trace, as one script. `npm run build` makes
 * it beside the page; a dev server makes it when somebody first asks, so that nobody waits for it before.
 */
import { readFile } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import path from "node:path";
import webpack, { type Compiler, type Configuration } from "webpack";
import type { Middleware } from "webpack-dev-server";
import { ports } from "../server/http/ports.ts";

const FILE = "viewer.js";

/** Webpack's configuration of it. */
export function viewer(): Configuration {
  return {
    name: "viewer",
    mode: "production",
    devtool: false,
    entry: "./client/viewer.ts",
    output: { filename: FILE },
    resolve: { extensionAlias: { ".js": [".ts", ".js"] } },
    module: {
      rules: [
        {
          test: /\.ts$/,
          loader: "ts-loader",
          options: { transpileOnly: true, configFile: "client/tsconfig.json" },
        },
        { test: /\.css$/, type: "asset/source" },
      ],
    },
    plugins: [
      new webpack.optimize.LimitChunkCountPlugin({ maxChunks: 1 }),
      new webpack.NormalModuleReplacementPlugin(/\/live-run\.js$/, "./no-live-run.js"),
      new webpack.IgnorePlugin({ resourceRegExp: /^\.\/editor\.js$/ }), // nobody edits in it
      new webpack.DefinePlugin({
        DEV_SERVER_PORTS: JSON.stringify([ports.page, ports.twin]),
        SERVER_PORT: JSON.stringify(ports.server),
      }),
    ],
    stats: { all: false, errors: true, warnings: true },
    performance: { hints: false }, // it is one file on purpose
  };
}

let compiler: Compiler | null = null;
let building: Promise<unknown> = Promise.resolve();

/** The viewer as its source stands now. One build at a time; one that has been made before is quick. */
async function build(): Promise<Buffer> {
  const folder = path.resolve(`.cache/viewer-${ports.page}`);
  compiler ??= webpack({
    ...viewer(),
    output: { filename: FILE, path: folder },
    cache: { type: "memory" },
  });
  const mine = building.then(() => run(compiler));
  building = mine.catch(() => undefined);
  await mine;
  return readFile(path.join(folder, FILE));
}

function run(compiler: Compiler | null): Promise<void> {
  return new Promise((resolve, reject) => {
    compiler?.run((error, stats) => {
      if (error || stats?.hasErrors()) reject(error ?? new Error(stats?.toString("errors-only")));
      else resolve();
    });
  });
}

/** Adds `GET /viewer.js` to a dev server. */
export function serveViewer(middlewares: Middleware[]): Middleware[] {
  const middleware = async (_: unknown, response: ServerResponse): Promise<void> => {
    try {
      const script = await build();
      response.setHeader("Content-Type", "text/javascript");
      response.setHeader("Cache-Control", "no-store");
      response.end(script);
    } catch (error) {
      console.error(error);
      response.writeHead(500).end();
    }
  };
  return [{ name: "viewer", path: `/${FILE}`, middleware }, ...middlewares];
}
