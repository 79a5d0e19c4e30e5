/** Files of a run, for whoever was not there. */

import { verdictSentences } from "../../trace/en/verdict.ts";
import { writeTrace } from "../../trace/file/write-trace.ts";
import type { Run } from "../../trace/run/run.ts";
import { nodeServer } from "../../trace/share/copy-as/node-server.ts";
import { reportOn } from "../../trace/share/report.ts";
import { verdict } from "../../trace/verdict/verdict.ts";
import { answered } from "../connections/json.ts";
import { download, fileName } from "../controls/download.ts";
import { htmlFile } from "./html-file.ts";

/** The report is for a bug tracker, and says what the page shows of the run `now`. */
export function saveReport(run: Run, now: number): void {
  const recorded = new Date(run.setup.beganAt).toISOString();
  const report = reportOn(run, { recorded, agent: navigator.userAgent }, now);
  download(nameOf(run, "report", "md"), "text/markdown", report);
}

export function saveTrace(run: Run): void {
  download(nameOf(run, "trace", "json"), "application/json", writeTrace(run));
}

/** Rejects where the viewer cannot be loaded. */
export async function savePage(run: Run): Promise<void> {
  const [viewer, licences] = await Promise.all([textAt("/viewer.js"), textAt("/licences.txt")]);
  const { name } = run.setup.script;
  const title = `${verdictSentences.headline(verdict(run).headline)} · ${name}`;
  const page = htmlFile(title, viewer, writeTrace(run), licences);
  download(nameOf(run, "", "html"), "text/html", page);
}

/** It can be put into streams/. */
export function saveScript(name: string, text: string): void {
  download(fileName(name, "", "sse"), "text/plain", text);
}

/** Returns `undefined` where what the server wrote is not known. */
export function serverProgram(run: Run): string | undefined {
  const known = run.lanes.flatMap(({ attempts }) => attempts[0]?.connection ?? []);
  const [connection] = known;
  return connection && nodeServer(run, connection);
}

async function textAt(path: string): Promise<string> {
  return (await answered(await fetch(path))).text();
}

function nameOf(run: Run, what: string, ending: string): string {
  return fileName(run.setup.script.name, what, ending);
}
