/** The set-up: all that people chose, which is what a link carries. */

import type { Depth } from "../../trace/log/row.ts";
import type { LaneName } from "../../trace/run/records.ts";
import type { AskLink } from "./asking.ts";

/** The name of a chat model's answer among the names of the scripts: no shipped one is called so. */
export const CHAT = "chat";

/** The switches of the path, in the order in which the picture shows them. */
export type Switches = { noTransform: boolean; proxy: boolean; compress: boolean };

export function sameSwitches(some: Switches, others: Switches): boolean {
  const names = ["noTransform", "proxy", "compress"] as const;
  return names.every((name) => some[name] === others[name]);
}

export type SetUp = {
  scriptName: string;
  /** What somebody made of the script; `null`: as it is shipped. */
  text: string | null;
  switches: Switches;
  /** Lanes whose clients come back where a bare one would not. */
  comesBack: readonly LaneName[];
  /** How deep the protocol log looks. */
  depth: Depth;
  presenting: boolean;
  /** The step of a lesson that is open; it says all the rest by itself. */
  lesson: LessonPlace | null;
  /** What "Your stream" is to ask for; `null` where it is closed. */
  ask: AskLink | null;
};

/** A step of a lesson; steps count from 1. */
export type LessonPlace = { name: string; step: number };

/** The set-up of the first visit: the stream flows, and one flip makes it get stuck. */
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
