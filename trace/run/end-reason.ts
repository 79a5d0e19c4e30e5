/** Questions to why a response came to its end. */
import type { EndReason } from "./records.ts";

/** Whether the server cut the connection, so that the response has no proper end. */
export function isCut(reason: EndReason): boolean {
  if (reason.why === "fault") {
    return reason.fault.kind === "drop" || reason.fault.kind === "close-door";
  }
  return reason.why === "drop" || reason.why === "unread" || reason.why === "target-cut";
}
