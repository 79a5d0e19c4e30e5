/** Whether a client asks no more after an end, whatever its page does in its place. */
import type { Ending } from "./reception.ts";

/** The name of a failure that is ours, not the browser's (records.ts). */
export const NOT_AN_EVENT_STREAM = "NotAnEventStream";

/** EventSource says so itself; of fetch the standard says that such an answer fails the connection. */
export function gaveUp(ending: Ending | null): boolean {
  if (ending?.how === "error") return ending.readyState === 2;
  return ending?.how === "failure" && ending.name === NOT_AN_EVENT_STREAM;
}
