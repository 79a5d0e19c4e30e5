/** Finds the row that a suspicion belongs to, and drops the suspicions that the run explains. */
import { isCut } from "../run/connection.ts";
import { isProblem } from "../run/problem.ts";
import type { Run } from "../run/run.ts";
import type { Row } from "./row.ts";
import { type Suspicion, suspicionOf, suspicionsOfBlock } from "./suspicion.ts";

/** Returns what is to be suspected of what the server wrote, on the row that tells of it. */
export function rowSuspicions(row: Row, run: Run): readonly Suspicion[] {
  if (isOfProblem(row, run)) return [];
  const suspicions = suspicionsOf(row, run);
  // Whoever cuts inside a block means it, or had no choice: nobody forgot a blank line.
  return isOfCut(row, run) ? suspicions.filter(({ kind }) => kind !== "no-blank-line") : suspicions;
}

function isOfCut({ lane, at }: Row, run: Run): boolean {
  if (lane === null) return false;
  const attempt = run.lane(lane).attempts.findLast(({ reception }) => reception.since <= at);
  const end = attempt?.connection?.end ?? null;
  return end !== null && isCut(end.reason);
}

/** Tells whether nobody meant that to be a stream. */
function isOfProblem({ lane, at }: Row, run: Run): boolean {
  if (lane === null) return false;
  const asked = run.lane(lane).attempts.findLast(({ reception }) => reception.since <= at);
  return isProblem(asked?.head ?? null);
}

function suspicionsOf({ subject }: Row, run: Run): readonly Suspicion[] {
  switch (subject.kind) {
    case "block": {
      const connection = run.connectionOf(subject.write);
      return suspicionsOfBlock(subject.block, (connection?.end ?? null) !== null);
    }
    case "line":
      return present([suspicionOf(subject.line)]);
    case "bytes":
      return present(subject.lines.map(suspicionOf));
    default:
      return [];
  }
}

function present(suspicions: readonly (Suspicion | null)[]): Suspicion[] {
  return suspicions.filter((one) => one !== null);
}
