/** Every tool of which something is known, and which of them a response head tells of. */
import type { Header } from "../../protocol/script/action.ts";
import type { Cure, Holds } from "./cure.ts";
import { devServers } from "./dev-servers.ts";
import { documented } from "./documented.ts";
import { middlewares } from "./middlewares.ts";
import { proxies } from "./proxies.ts";

export const cures: readonly Cure[] = [...devServers, ...middlewares, ...proxies, ...documented];

/** Those that hold a stream so, and that have a line to change. */
export function curesOf(holds: Exclude<Holds, "nothing">): readonly Cure[] {
  return cures.filter((cure) => cure.holds === holds && cure.line !== "");
}

/** Whether the response head gives `cure`'s tool away. It may do so for several, and others may stand there unnamed. */
export function isNamedIn(headers: readonly Header[], cure: Cure): boolean {
  return cure.head.some(({ header, value }) =>
    headers.some(
      ([name, said]) => name.toLowerCase() === header && said.toLowerCase().includes(value),
    ),
  );
}
