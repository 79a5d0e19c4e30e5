/** `POST /api/faults`: something goes wrong at the press of a button. */
import type { Fault, LaneName } from "../../trace/run/records.ts";

/** How long an answer may take. ms */
const PATIENCE = 5000;

/** The client that it is done to. That the door closes is reported to this trace as its own doing. */
export type Whose = { trace: string; lane?: LaneName };

/**
 * Does it. Rejects when the server does not answer.
 * @returns why the server did not do it, in its own words; "" where it did
 */
export async function sendFault(api: string, fault: Fault, whose: Whose): Promise<string> {
  const response = await fetch(`${api}/faults`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ ...whose, fault }),
    signal: AbortSignal.timeout(PATIENCE),
  });
  if (response.ok) return "";
  const { detail }: { detail: string } = await response.json(); // a proxy's error page is none
  return detail;
}
