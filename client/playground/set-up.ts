/** The set-up: all that people chose, which is what a link carries. */

import type { Depth } from "../../trace/log/row.ts";
import type { LaneName } from "../../trace/run/records.ts";
import type { AskLink } from "./asking.ts";

/** No shipped script is called so. */
export const CHAT = "chat";

/** The picture shows them in this order. */
export type Switches = { noTransform: boolean; proxy: boolean; compress: boolean };

export function sameSwitches(some: Switches, others: Switches): boolean {
  const names = ["noTransform", "proxy", "compress"] as const;
  return names.every((name) => some[name] === others[name]);
}

export type SetUp = {
  scriptName: string;
  /** Somebody made this of the script; `null`: it is as it is shipped. */
  text: string | null;
  switches: Switches;
  /** Their clients come back where a bare one would not. */
  comesBack: readonly LaneName[];
  depth: Depth;
  presenting: boolean;
  /** An open step says all the rest by itself. */
  lesson: LessonPlace | null;
  /** `null` where "Your stream" is closed. */
  ask: AskLink | null;
};

/** Steps count from 1. */
export type LessonPlace = { name: string; step: number };

/** The stream flows, and one flip makes it get stuck. */
export const firstSetUp: SetUp = {
  scriptName: "five-ticks",
  text: null,
  switches: { noTransform: false, proxy: true, compress: false },
  comesBack: [],
  depth: "story",
  presenting: false,
  lesson: null,
  ask: null,
};
