/** Says which path the lanes take by what people have chosen. */
import type { Path } from "../../trace/run/records.ts";
import type { DevServer } from "../connections/dev-servers.ts";
import { serverPort } from "../connections/places.ts";
import type { Switches } from "./set-up.ts";

/** The path to the server under these switches; `undefined` where no dev server is set so. */
export function pathUnder(switches: Switches, devServers: readonly DevServer[]): Path | undefined {
  if (!switches.proxy) return { proxy: false, port: serverPort };
  const server = devServers.find(({ compress }) => compress === switches.compress);
  return server && { proxy: true, ...server };
}

/** Moves the switches to what there is: without dev servers to the direct path, else to the setting that there is. */
export function reachable(switches: Switches, devServers: readonly DevServer[]): Switches {
  if (pathUnder(switches, devServers) !== undefined) return switches;
  const [first] = devServers;
  return first === undefined
    ? { ...switches, proxy: false }
    : { ...switches, compress: first.compress };
}

/** One path through a dev server of each setting, uncompressed first; fewer where they are all alike. */
export function bothPaths(devServers: readonly DevServer[]): Path[] {
  return [false, true].flatMap((compress) => {
    const server = devServers.find((candidate) => candidate.compress === compress);
    return server === undefined ? [] : [{ proxy: true, ...server }];
  });
}
