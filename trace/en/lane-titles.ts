/** Names the lanes as the page shows them. */
import type { LaneName } from "../run/records.ts";

export const laneTitles: Record<LaneName, string> = { eventsource: "EventSource", fetch: "fetch" };
