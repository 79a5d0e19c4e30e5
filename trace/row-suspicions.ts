import type { Row } from "./row.ts";
import type { Run } from "./run.ts";
import { type Suspicion, suspicionOfLine, suspicionsOfBlock } from "./suspicion.ts";

/** What is to be suspected of what the server wrote, on the row that tells of it. */
export function rowSuspicions({ subject }: Row, run: Run): readonly Suspicion[] {
  switch (subject.kind) {
    case "block": {
      const connection = run.connectionOf(subject.write);
      return suspicionsOfBlock(subject.block, (connection?.end ?? null) !== null);
    }
    case "line":
      return present([suspicionOfLine(subject.line)]);
    case "bytes":
      return present(subject.lines.map(({ line }) => suspicionOfLine(line)));
    default:
      return [];
  }
}

function present(suspicions: readonly (Suspicion | null)[]): Suspicion[] {
  return suspicions.filter((one) => one !== null);
}
