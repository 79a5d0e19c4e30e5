import type { BrowserRecord, LaneName } from "./records.ts";
import type { Run } from "./run.ts";

/** What a lane asked for at first; `undefined` where it has not. */
export function firstAsk(
  { records }: Run,
  lane: LaneName,
): Extract<BrowserRecord, { kind: "ask" }> | undefined {
  for (const record of records) if (record.kind === "ask" && record.lane === lane) return record;
  return undefined;
}

/** Its URL; a relative one on an origin of no account. */
export function askedUrl(run: Run, lane: LaneName): URL {
  return new URL(firstAsk(run, lane)?.url ?? "", "http://localhost");
}

/** The address of a stranger's server, where a run is of one: nothing of it can be played again here. */
export function strangerOf({ setup }: Run): string | undefined {
  return setup.watched ?? setup.unwatched;
}
