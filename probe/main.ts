/**
 * `npm run probe -- URL`, and `node probe.mjs URL`: asks a stranger's server for its event stream, shows
 * what comes, and says what holds it.
 */
import { cli } from "./cli.ts";
import { times } from "./limits.ts";

const { stdout, stderr, env } = process;

// Whoever reads no further, such as `head`, ends it.
for (const stream of [stdout, stderr]) stream.on("error", () => process.exit());

const stop = new AbortController();
process.once("SIGINT", () => stop.abort()); // a second one ends it at once

process.exitCode = await cli(process.argv.slice(2), {
  stdout,
  stderr,
  env,
  stop: stop.signal,
  times,
});
