/** Logs for the tests: of runs that were never played, and their rows as they are read aloud. */

import { rowTitle, whoseTitles } from "../en/row.ts";
import { rowContent } from "../en/row-content.ts";
import { rowSentence } from "../en/row-sentence.ts";
import { Log } from "../log/log.ts";
import { type Depth, whose } from "../log/row.ts";
import { rowMeaning } from "../log/row-meaning.ts";
import type { LaneName, TraceRecord } from "../run/records.ts";
import type { Run } from "../run/run.ts";
import { asks } from "./staged.ts";

/** A row as it is read aloud. */
export function told({ rows, run }: Log): string[] {
  return rows.map((row) => {
    const meaning = rowMeaning(row, run);
    const parts = rowContent(meaning).map(({ text }) => text);
    const cells = [rowTitle(meaning), parts.join(" · "), rowSentence(meaning)];
    const who = whoseTitles[whose(row)];
    return `${Math.round(row.at)} ${who}: ${cells.join(" | ")}`.replaceAll("\u00a0", " ");
  });
}

export function logOf(
  run: Run,
  depth: Depth = "story",
  lanes: LaneName[] = ["eventsource", "fetch"],
) {
  const log = new Log(run, { depth, lanes });
  log.read();
  log.show();
  return log;
}

/** Returns what a lane asked at 0, and what was written to it, as the server tells it. */
export function asked(
  lane: LaneName,
  writes: readonly (readonly [at: number, text: string])[],
  line = 2,
): TraceRecord[] {
  let offset = 0;
  return [
    asks(lane, { method: "GET" }),
    ...writes.map(([at, text]): TraceRecord => {
      const bytes = new TextEncoder().encode(text);
      offset += bytes.length;
      const one = { side: "server", boot: "boot", lane, attempt: 1 } as const;
      return { ...one, kind: "write", at, offset: offset - bytes.length, bytes, line };
    }),
  ];
}

export function ended(lane: LaneName, at: number, writes: number, bytes = 36): TraceRecord {
  const one = { side: "server", boot: "boot", lane, attempt: 1 } as const;
  return { ...one, kind: "end", at, reason: { why: "played" }, bytes, writes };
}
