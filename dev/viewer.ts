/**
 * The viewer: all that an exported HTML file needs to show its trace, as one script. `npm run build` makes
 * it beside the page; a dev server makes it when it is asked for.
 */
import webpack, { type Configuration } from "webpack";
import { ports } from "../server/http/ports.ts";
import { minifier } from "./licences.ts";

export function viewer(): Configuration {
  return {
    name: "viewer",
    mode: "production",
    devtool: false,
    entry: "./client/viewer.ts",
    output: { filename: "viewer.js" },
    module: { rules: [{ test: /\.css$/, type: "asset/source" }] },
    optimization: { minimizer: [minifier] },
    plugins: [
      new webpack.optimize.LimitChunkCountPlugin({ maxChunks: 1 }),
      new webpack.NormalModuleReplacementPlugin(/\/live-run\.ts$/, "./no-live-run.ts"),
      new webpack.IgnorePlugin({ resourceRegExp: /^\.\/(editor|ask)\.ts$/ }), // nobody edits in it, or asks
      new webpack.DefinePlugin({
        DEV_SERVER_PORTS: JSON.stringify([ports.page, ports.twin]),
        SERVER_PORT: JSON.stringify(ports.server),
      }),
    ],
    stats: { all: false, errors: true, warnings: true },
    performance: { hints: false }, // it is one file on purpose
  };
}
