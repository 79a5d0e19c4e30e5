/**
 * Scripts that a dev server makes when somebody first asks for them, so that no start waits for them: the
 * viewer, and TypeBox, which the page loads to read a trace file and which has almost as many modules as the page.
 */
import { readFile } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import path from "node:path";
import webpack, { type Compiler, type Configuration } from "webpack";
import type { Middleware } from "webpack-dev-server";
import { ports } from "../server/http/ports.ts";
import { buildOnce } from "./build-once.ts";
import { viewer } from "./viewer.ts";

const TYPEBOX = "typebox.js";

/** Where the dev servers' page finds packages that are not compiled with it. */
export const packagesWhenAsked = { typebox: `import /${TYPEBOX}` };

/** Both dev servers serve these. */
export const madeWhenAsked: readonly Middleware[] = [
  whenAsked("viewer.js", viewer()),
  whenAsked(TYPEBOX, {
    mode: "development",
    devtool: false,
    entry: "typebox",
    output: { filename: TYPEBOX, module: true, library: { type: "module" } },
    experiments: { outputModule: true },
  }),
];

function whenAsked(file: string, configuration: Configuration): Middleware {
  const folder = path.resolve(`.cache/when-asked-${ports.page}`);
  let compiler: Compiler | undefined;
  /** The script as its source stands now; packages are taken to stay as they are, as webpack takes them. */
  const built = buildOnce(async () => {
    compiler ??= webpack({
      ...configuration,
      output: { ...configuration.output, path: folder },
      cache: { type: "memory" },
    });
    const files = await run(compiler);
    return {
      result: await readFile(path.join(folder, file)),
      files: files.filter((file) => !file.includes(`${path.sep}node_modules${path.sep}`)),
    };
  });
  return {
    name: file,
    path: `/${file}`,
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
}

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
