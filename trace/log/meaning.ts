/**
 * Says what a record means within its run: its own figures, and those that follow from the other side's.
 * Knows no words; en/record.ts has a sentence for each kind.
 */

import type { DoorFact, PageRecord, TraceRecord } from "../run/records.ts";
import type { Run } from "../run/run.ts";
import { type BrowserMeaning, browserMeaning } from "./browser-meaning.ts";
import { type ServerMeaning, serverMeaning } from "./server-meaning.ts";

export type Meaning =
  | BrowserMeaning
  | ServerMeaning
  | { kind: "busy"; ms: number }
  | { kind: "tap"; way: "direct" | "own-origin" | "lost" }
  | { kind: "boot" }
  | { kind: "door"; fact: DoorFact }
  | { kind: "forgotten"; records: number }
  | { kind: "stop" };

/** The meaning of `record`, which is one of the run's. It may grow as the other side's records come. */
export function meaning(record: TraceRecord, run: Run): Meaning {
  switch (record.side) {
    case "browser":
      return browserMeaning(record, run);
    case "server":
      return serverMeaning(record, run);
    case "page":
      return pageMeaning(record);
  }
}

function pageMeaning(record: PageRecord): Meaning {
  switch (record.kind) {
    case "busy":
      return { kind: "busy", ms: record.at - record.since };
    case "tap":
      return { kind: "tap", way: record.way };
    case "boot":
      return { kind: "boot" };
    case "door-closed":
    case "door-open":
      return { kind: "door", fact: record };
    case "forgotten":
      return { kind: "forgotten", records: record.records };
    case "stop":
      return { kind: "stop" };
  }
}
