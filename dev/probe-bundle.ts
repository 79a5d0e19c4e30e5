/** The probe as one file that any Node from 20 on runs, without a package: `npm run build` makes it. */
import webpack, { type Configuration } from "webpack";
import { minifier } from "./licences.ts";

/** It stands in dist/, beside the page. */
export const PROBE_FILE = "probe.mjs";

export function probeBundle(): Configuration {
  return {
    name: "probe",
    mode: "production",
    target: "node20",
    devtool: false,
    entry: "./probe/main.ts",
    experiments: { outputModule: true },
    output: { filename: PROBE_FILE, module: true, chunkFormat: "module" },
    optimization: { minimizer: [minifier] },
    plugins: [new webpack.optimize.LimitChunkCountPlugin({ maxChunks: 1 })],
    stats: { all: false, errors: true, warnings: true },
    performance: { hints: false }, // it is one file on purpose
  };
}
