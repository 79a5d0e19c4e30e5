/** Tests whose Node server can be killed and started again; the dev servers of a worker are its own. */

import { test as base } from "../pages/playground.ts";
import { OwnServers } from "./own-servers.ts";

export const test = base.extend<object, { servers: OwnServers }>({
  servers: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it that no other fixture is needed
    async ({}, use) => {
      const servers = await OwnServers.start();
      await use(servers);
      await servers.end();
    },
    { scope: "worker", timeout: 180_000 },
  ],
});
