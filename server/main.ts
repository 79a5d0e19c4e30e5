/**
 * Starts the server: `node server/main.ts`, with `--page dist` to serve the built page as well, and with `--target` or
 * TARGET the target proxy. It ends on SIGTERM and SIGINT, its streams first.
 */
import { isIPv6 } from "node:net";
import path from "node:path";
import { parseArgs } from "node:util";
import { setFlagsFromString } from "node:v8";
import { buildApp } from "./app.ts";
import { startDemoModel } from "./chat/demo-model.ts";
import { readModel, setInVain } from "./chat/model.ts";
import { listen } from "./http/listen.ts";
import { openLog } from "./http/log.ts";
import { ports } from "./http/ports.ts";
import { presenterLink, readPresenterToken } from "./http/room.ts";
import { asEnvironment, readTarget, targetOptions } from "./target/settings.ts";
import { TargetProxy } from "./target/target-proxy.ts";

// It runs beside somebody's editor: with memory to spare V8 lets garbage grow to hundreds of megabytes after a
// hundred clients, and keeps its pages for good. `npm run soak:server` fails without it.
setFlagsFromString("--optimize-for-size");

const root = `${import.meta.dirname}/..`;
const { HOST = "", PRESENTER_TOKEN } = process.env;

try {
  const options = { page: { type: "string" }, ...targetOptions } as const;
  const { page, ...said } = parseArgs({ options }).values;
  const target = readTarget({ ...process.env, ...asEnvironment(said) });
  const proxy = target === null ? null : new TargetProxy(target);
  const token = readPresenterToken(process.env);
  const model = readModel(process.env) ?? (await startDemoModel());
  const guestModel = async () => (model.isDemo ? model : startDemoModel("demo"));
  const room = token === null ? null : { token, guestModel: await guestModel() };
  const app = buildApp({
    logger: await openLog(),
    streams: `${root}/streams`,
    saved: `${root}/.data/scripts`,
    roles: `${root}/roles`,
    model,
    room,
    target: proxy,
    page: page === undefined ? null : path.resolve(page),
  });
  const inVain = setInVain(process.env);
  if (inVain !== null) app.log.warn(inVain);
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, async () => {
      await Promise.all([proxy?.close(), app.close()]);
      process.exit(0);
    });
  }
  await listen(app, ports.server, HOST || undefined);
  await proxy?.listen(app.log);
  // `npm start` hands it over and prints a link of its own. Beside the log, which never holds it.
  if (token !== null && !PRESENTER_TOKEN)
    console.error(`for you, the presenter: ${presenterLink(pageUrl(), token)}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

/** The page that is served here, as a person on this machine opens it. */
function pageUrl(): string {
  const name = HOST === "0.0.0.0" || HOST === "::" ? "localhost" : HOST;
  return `http://${isIPv6(name) ? `[${name}]` : name}:${ports.server}`;
}
