/** Says which path the lanes take by what people have chosen. */
import type { Path } from "../../trace/run/records.ts";
import type { DevServer } from "../connections/dev-servers.ts";
import { serverPort } from "../connections/places.ts";
import type { Switches } from "./set-up.ts";

/** Returns `undefined` where no dev server is set so. */
export function pathUnder(switches: Switches, devServers: readonly DevServer[]): Path | undefined {
  if (!switches.proxy) return { proxy: false, port: serverPort };
  const server = devServers.find(({ compress }) => compress === switches.compress);
  return server && { proxy: true, ...server };
}

/** Without dev servers the switches move to the direct path, else to the setting that there is. */
export function reachable(switches: Switches, devServers: readonly DevServer[]): Switches {
  if (pathUnder(switches, devServers) !== undefined) return switches;
  const [first] = devServers;
  return first === undefined
    ? { ...switches, proxy: false }
    : { ...switches, compress: first.compress };
}

/** Uncompressed goes first; there are fewer where the dev servers are all alike. */
export function bothPaths(devServers: readonly DevServer[]): Path[] {
  return [false, true].flatMap((compress) => {
    const server = devServers.find((candidate) => candidate.compress === compress);
    return server === undefined ? [] : [{ proxy: true, ...server }];
  });
}
