/** Tests whose Node server can be killed and started again; the dev servers of a worker are its own. */

import { test as base } from "../pages/playground.ts";
import { type Kind, OwnServers } from "./own-servers.ts";

export const test = base.extend<object, { kind: Kind; servers: OwnServers }>({
  kind: ["built", { option: true, scope: "worker" }],
  servers: [
    async ({ kind }, use) => {
      const servers = await OwnServers.start(kind);
      await use(servers);
      await servers.end();
    },
    { scope: "worker", timeout: 180_000 },
  ],
});
