import type { LaneName } from "../run/records.ts";

/** What people call the two clients. */
export const laneTitles: Record<LaneName, string> = { eventsource: "EventSource", fetch: "fetch" };
