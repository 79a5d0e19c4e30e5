/** Says what is wrong with a file that was to be opened as a trace, and what to do. */

import type { TraceFileProblem } from "../file/trace-file-error.ts";
import { bytes } from "./figures.ts";

export function traceFileProblem(problem: TraceFileProblem): string {
  switch (problem.kind) {
    case "too-large":
      return `The file is too large: at most ${bytes(problem.most)} are read.`;
    case "not-json":
      return "The file is not JSON, or only a part of it: export the trace again.";
    case "not-a-trace":
      return 'The file is no trace: it does not begin with `"format": "sse-playground-trace"`.';
    case "newer":
      return `The file has version ${problem.version} of the format, and this page reads up to ${problem.known}: open it with the playground that wrote it.`;
    case "damaged":
      return `The file is damaged: \`${problem.where || "the file"}\` must be ${problem.needed}. Export the trace again.`;
  }
}
