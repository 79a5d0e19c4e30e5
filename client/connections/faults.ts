/** `POST /api/faults`: something goes wrong at the press of a button. */
import type { Fault, LaneName } from "../../trace/run/records.ts";
import { postJson, refusalIn } from "./json.ts";

const PATIENCE = 5000; // ms

/** That the door closes is reported to this trace as its own doing. */
export type Whose = { trace: string; lane?: LaneName };

/**
 * Rejects when the server does not answer.
 * @returns why the server did not do it, in its own words; "" where it did
 */
export async function sendFault(api: string, fault: Fault, whose: Whose): Promise<string> {
  const body = { ...whose, fault };
  return refusalIn(await postJson(`${api}/faults`, body, AbortSignal.timeout(PATIENCE)));
}
