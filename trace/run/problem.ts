/** Says why a request was turned away, where whoever did so says it in a problem document (RFC 9457). */
import type { Connection } from "./connection.ts";
import { type Head, mediaType } from "./head.ts";
import type { LaneView } from "./lane.ts";
import type { Run } from "./run.ts";

/** People read the `detail`; it is "" where there is none. */
export type Problem = { status: number; detail: string };

export function isProblem(head: Head | null): boolean {
  return head !== null && mediaType(head) === "application/problem+json";
}

/** Returns what a lane's last attempt was told, by either side's records: an EventSource shows a page nothing of it. */
export function problemIn(run: Run, { attempts }: LaneView): Problem | null {
  const last = attempts.at(-1);
  if (last === undefined || last.head === null || !isProblem(last.head)) return null;
  const { ending, connection, head } = last;
  const text = ending?.how === "failure" ? ending.message : writtenOn(run, connection);
  return { status: head.status, detail: detailIn(text) };
}

function writtenOn(run: Run, connection: Connection | null): string {
  const decoder = new TextDecoder();
  return run.records
    .flatMap((record) =>
      record.kind === "write" && run.connectionOf(record) === connection
        ? [decoder.decode(record.bytes, { stream: true })]
        : [],
    )
    .join("");
}

function detailIn(json: string): string {
  try {
    const said: unknown = JSON.parse(json);
    const hasDetail = typeof said === "object" && said !== null && "detail" in said;
    return hasDetail && typeof said.detail === "string" ? said.detail : "";
  } catch {
    return "";
  }
}
