/** What this page finds around it: dev servers and their settings, stream scripts, the server's clock. */
import { type Clock, readClock } from "../connections/clock.ts";
import { type DevServer, readDevServers } from "../connections/dev-servers.ts";
import { devServerPorts, ownApi } from "../connections/places.ts";
import { readScripts, type ScriptEntry } from "../connections/scripts.ts";

export type Surroundings = {
  devServers: readonly DevServer[];
  scripts: readonly ScriptEntry[];
  clock: Clock;
};

/** Looks around. Rejects when the Node server does not answer; dev servers that don't are left out. */
export async function lookAround(): Promise<Surroundings> {
  const [devServers, scripts, clock] = await Promise.all([
    readDevServers(devServerPorts),
    readScripts(ownApi),
    readClock(ownApi),
  ]);
  return { devServers, scripts, clock };
}
