/** Why a text is no trace that can be read. */
export type TraceFileProblem =
  | { kind: "too-large"; most: number } // characters
  | { kind: "not-json" }
  | { kind: "not-a-trace" }
  /** The capture holds no event stream. */
  | { kind: "no-stream"; entries: number }
  | { kind: "newer"; version: number; known: number }
  | { kind: "damaged"; where: string; needed: string };

/** A text that is no trace. en/trace-file.ts says `problem` in a sentence for whoever handed it in. */
export class TraceFileError extends Error {
  override readonly name = "TraceFileError";
  readonly problem: TraceFileProblem;

  constructor(problem: TraceFileProblem) {
    super(problem.kind);
    this.problem = problem;
  }
}
