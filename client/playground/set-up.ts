/** The set-up: all that people chose, which is what a link carries. */
import type { Depth } from "../../trace/log/row.ts";
import { LANES } from "../../trace/run/lanes.ts";
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

export type ClientChoice = {
  /** Cookies go to another origin too. */
  credentials: boolean;
  /** It comes back where a bare client would not: fetch after each end, EventSource once it has given up. */
  comesBack: boolean;
  /** In the EventSource lane the npm package `eventsource` asks in the place of the browser's own. */
  byPackage: boolean;
};

export type ClientChoices = Readonly<Record<LaneName, ClientChoice>>;

const bare: ClientChoice = { credentials: false, comesBack: false, byPackage: false };

export const bareClients: ClientChoices = { eventsource: bare, fetch: bare };

export function lanesComingBack(clients: ClientChoices): LaneName[] {
  return LANES.filter((lane) => clients[lane].comesBack);
}

/** The clients of these lanes come back, and no others. */
export function comingBack({ eventsource, fetch }: ClientChoices, lanes: readonly LaneName[]) {
  return {
    eventsource: { ...eventsource, comesBack: lanes.includes("eventsource") },
    fetch: { ...fetch, comesBack: lanes.includes("fetch") },
  };
}
