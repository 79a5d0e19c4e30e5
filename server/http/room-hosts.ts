/** Finds the addresses by which a room reaches this machine: what HOST opens. */
import { networkInterfaces } from "node:os";

/** Returns its IPv4 addresses where it listens on all; none where HOST names one, which the page's own URL has. */
export function roomHosts({ HOST = "" }: Readonly<Record<string, string | undefined>>): string[] {
  if (HOST !== "0.0.0.0" && HOST !== "::") return [];
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === "IPv4" && !internal)
    .map(({ address }) => address);
}
