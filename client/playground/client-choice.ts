/** People choose this for the clients of the lanes. */
import { LANES } from "../../trace/run/lanes.ts";
import type { LaneName } from "../../trace/run/records.ts";

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
export function comingBack(
  { eventsource, fetch }: ClientChoices,
  lanes: readonly LaneName[],
): ClientChoices {
  return {
    eventsource: { ...eventsource, comesBack: lanes.includes("eventsource") },
    fetch: { ...fetch, comesBack: lanes.includes("fetch") },
  };
}
