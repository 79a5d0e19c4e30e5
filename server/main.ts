/** Starts the server: `node server/main.ts`. It ends on SIGTERM and SIGINT, its streams first. */
import { buildApp } from "./app.ts";
import { startDemoModel } from "./chat/demo-model.ts";
import { readModel, setInVain } from "./chat/model.ts";
import { listen } from "./http/listen.ts";
import { openLog } from "./http/log.ts";
import { ports } from "./http/ports.ts";

const root = `${import.meta.dirname}/..`;
const { HOST, NODE_ENV } = process.env;

try {
  const app = buildApp({
    logger: await openLog(),
    streams: `${root}/streams`,
    saved: `${root}/.data/scripts`,
    roles: `${root}/roles`,
    model: readModel(process.env) ?? (await startDemoModel()),
    page: NODE_ENV === "production" ? `${root}/dist` : null,
  });
  const inVain = setInVain(process.env);
  if (inVain !== null) app.log.warn(inVain);
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, async () => {
      await app.close();
      process.exit(0);
    });
  }
  await listen(app, ports.server, HOST || undefined);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
