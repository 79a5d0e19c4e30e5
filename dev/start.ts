/**
 * `npm start`: the Node server and both dev servers, until Ctrl-C; prints the page's address last.
 * Whatever it ends of, no process of its own stays behind.
 */
import { parseArgs } from "node:util";
import { ports } from "../server/http/ports.ts";
import { presenterLink, readPresenterToken } from "../server/http/room.ts";
import { nodeFlags } from "../server/node-flags.ts";
import { asEnvironment, readTarget, targetOptions } from "../server/target/settings.ts";
import { pageUrl, roomUrls, serverUrl, twinUrl } from "./addresses.ts";
import { takenPorts } from "./free-ports.ts";
import { keepRunning, type Part } from "./keep-running.ts";

process.chdir(`${import.meta.dirname}/..`);

const parts: Part[] = [
  {
    name: "webpack serve",
    command: [
      "--disable-warning=ExperimentalWarning", // webpack lets Node strip the types, which Node calls new
      "node_modules/webpack-cli/bin/cli.js",
      "serve",
      "--disable-interpret",
    ],
    files: [
      "webpack.config.ts",
      "dev/addresses.ts",
      "dev/ask-target.ts",
      "dev/build-once.ts",
      "dev/dev-server.ts",
      "dev/protection.ts",
      "dev/viewer.ts",
      "dev/when-asked.ts",
      "server/http/allowed-hosts.ts",
      "server/http/asks.ts",
      "server/http/origins.ts",
      "server/http/ports.ts",
      "server/http/protection.ts",
      "client/tsconfig.json",
      "tsconfig.base.json",
    ],
    urls: [pageUrl, twinUrl],
  },
  {
    name: "the server",
    command: [...nodeFlags, "server/main.ts"],
    files: ["server", "protocol", "trace/run"],
    urls: [`${serverUrl}/api/health`],
  },
];

// Each start makes a new token; the server keeps it over every edit.
const token = readPresenterToken(process.env);
if (token !== null) process.env["PRESENTER_TOKEN"] = token;

const target = targetSaid();

const taken = await takenPorts({
  ...(target === null ? {} : { TARGET_PORT: target.port }),
  PAGE_PORT: ports.page,
  TWIN_PORT: ports.twin,
  SERVER_PORT: ports.server,
});
if (taken.length > 0) {
  console.error(taken.join("\n"));
  process.exit(1);
}

const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => stop.abort());

let starting = parts.length;
await Promise.all(
  parts.map(async (part) => {
    try {
      await keepRunning(part, stop.signal, () => {
        starting--;
        if (starting > 0) return;
        if (target !== null) {
          const instead = `point your dev server's proxy there in place of ${target.origin}`;
          console.log(`the target proxy: http://localhost:${target.port} (${instead})`);
        }
        for (const url of roomUrls()) console.log(`in the room: ${url}/`);
        if (token === null) return console.log(`SSE Playground: ${pageUrl}/`);
        for (const url of roomUrls()) {
          console.log(`for you, the presenter, there: ${presenterLink(url, token)}`);
        }
        console.log(`SSE Playground: ${presenterLink(pageUrl, token)}`);
      });
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
      stop.abort();
    }
  }),
);

/** The target that the environment or the command names; the server is told by the environment. */
function targetSaid(): ReturnType<typeof readTarget> {
  try {
    const { values } = parseArgs({ options: targetOptions });
    Object.assign(process.env, asEnvironment(values));
    return readTarget(process.env);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
