/** A trace out of a file, shown as a run that has just ended; picked in the menu, or dropped onto the page. */

import { traceFileProblem } from "../../trace/en/trace-file.ts";
import { TraceFileError } from "../../trace/file/trace-file-error.ts";
import { MAX_TRACE_CHARACTERS } from "../../trace/file/write-trace.ts";
import type { Run } from "../../trace/run/run.ts";
import { inNextTask } from "../connections/next-task.ts";
import { openedRun } from "../playground/opened-run.ts";
import type { Playground } from "../playground/playground.ts";
import { readEdited } from "../playground/read-edited.ts";
import { CHAT } from "../playground/set-up.ts";

/** So long is read before the page may do something else. ms */
const SLICE = 12;

/** To draw the page at each frame would take as long as the reading. Share of the file */
const STEP = 0.05;

/** Where the file holds no run it says why, and what was shown before stays. */
export async function openTraceFile(page: Playground, file: File): Promise<void> {
  try {
    // A file has at least as many bytes as characters: the largest are not even read.
    if (file.size > 4 * MAX_TRACE_CHARACTERS) {
      throw new TraceFileError({ kind: "too-large", most: MAX_TRACE_CHARACTERS });
    }
    const run = await read(page, await file.text());
    if (run === null) return; // the choice was closed
    page.open(openedRun(run), file.name, readEdited(run.setup.script.text));
    if (run.setup.script.name === CHAT) (await page.loadChat()).show(run);
  } catch (error) {
    if (!(error instanceof TraceFileError)) throw error;
    page.refuse(traceFileProblem(error.problem));
  } finally {
    page.tellOpening(undefined);
  }
}

/** A capture may have several streams: then one is picked. */
async function read(page: Playground, text: string): Promise<Run | null> {
  page.tellOpening(0);
  const { looksLikeHar, streamsInHar } = await import("../../trace/file/read-har.ts");
  if (!looksLikeHar(text)) return readInSlices(page, text);
  const { streams, count } = streamsInHar(text);
  const [only, ...others] = streams;
  if (only === undefined || others.length === 0) return only?.read() ?? null;
  page.tellOpening(undefined);
  const { pickStream } = await import("./pick-stream.ts");
  return (await pickStream(streams, count))?.read() ?? null;
}

/** The page goes on between slices, and shows how far it is. */
async function readInSlices(page: Playground, text: string): Promise<Run> {
  let told = 0;
  const { readingTrace } = await import("../../trace/file/read-trace.ts");
  const reading = readingTrace(text);
  for (;;) {
    const until = performance.now() + SLICE;
    do {
      const { done, value } = reading.next();
      if (done) return value;
      if (value < told + STEP) continue;
      told = value;
      page.tellOpening(told);
    } while (performance.now() < until);
    await new Promise<void>(inNextTask);
  }
}
