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
import { buildOnce } from "./build-once.ts";
import { minifier } from "./licences.ts";

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
    optimization: { minimizer: [minifier] },
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

let compiler: Compiler | undefined;

/** The viewer as its source stands now; packages are taken to stay as they are, as webpack takes them. */
const built = buildOnce(async () => {
  const folder = path.resolve(`.cache/viewer-${ports.page}`);
  compiler ??= webpack({
    ...viewer(),
    output: { filename: FILE, path: folder },
    cache: { type: "memory" },
  });
  const files = await run(compiler);
  return {
    result: await readFile(path.join(folder, FILE)),
    files: files.filter((file) => !file.includes(`${path.sep}node_modules${path.sep}`)),
  };
});

/** @returns the files that it was made of */
function run(compiler: Compiler): Promise<string[]> {
  return new Promise((resolve, reject) => {
    compiler.run((error, stats) => {
      if (error || stats === undefined || stats.hasErrors()) {
        reject(error ?? new Error(stats?.toString("errors-only")));
      } else resolve([...stats.compilation.fileDependencies]);
    });
  });
}

/** A dev server's `GET /viewer.js`. */
export const serveViewer: Middleware = {
  name: "viewer",
  path: `/${FILE}`,
  middleware: async (_: unknown, response: ServerResponse): Promise<void> => {
    try {
      const script = await built();
      response.setHeader("Content-Type", "text/javascript");
      response.setHeader("Cache-Control", "no-store");
      response.end(script);
    } catch (error) {
      console.error(error);
      response.writeHead(500).end();
    }
  },
};
