import type { AttemptView } from "../run/attempt.ts";
import type { Run } from "../run/run.ts";

/** Whether nothing that the server wrote on an attempt is known to be missing from the trace. */
export function isToldWhole({ forgotten }: Run, { connection }: AttemptView): boolean {
  return connection?.isWhole === true && forgotten === 0;
}
