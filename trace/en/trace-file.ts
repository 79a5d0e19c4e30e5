/** Says what is wrong with a file that was to be opened as a trace, and what to do. */

import type { TraceFileProblem } from "../file/trace-file-error.ts";
import { bytes, counted } from "./figures.ts";

export function traceFileProblem(problem: TraceFileProblem): string {
  switch (problem.kind) {
    case "too-large":
      return `The file is too large: at most ${bytes(problem.most)} are read.`;
    case "not-json":
      return "The file is not JSON, or only a part of it: export it again.";
    case "not-a-trace":
      return 'The file is no trace: it does not begin with `"format": "sse-playground-trace"`, nor as a browser’s capture (HAR) with `"log"`.';
    case "no-stream":
      return `The capture has no event stream: none of its ${counted(problem.entries, "request", "requests")} was answered with \`text/event-stream\`. Open the tools, load the page again, and export the capture with content.`;
    case "newer":
      return `The file has version ${problem.version} of the format, and this page reads up to ${problem.known}: open it with the playground that wrote it.`;
    case "damaged":
      return `The file is damaged: \`${problem.where || "the file"}\` must be ${problem.needed}. Export it again.`;
  }
}
