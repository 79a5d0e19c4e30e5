/** Files of a run, for whoever was not there. */
import { verdictSentences } from "../../trace/en/verdict.ts";
import { toBase64 } from "../../trace/file/base64.ts";
import { writeTrace } from "../../trace/file/write-trace.ts";
import type { LaneName, TraceRecord } from "../../trace/run/records.ts";
import type { Run } from "../../trace/run/run.ts";
import { nodeServer } from "../../trace/share/copy-as/node-server.ts";
import { html, jsonInHtml, scriptInHtml } from "../../trace/share/quote/html.ts";
import { reportOn } from "../../trace/share/report.ts";
import { verdict } from "../../trace/verdict/verdict.ts";
import { answered } from "../connections/json.ts";
import { download, fileName } from "../controls/download.ts";

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

/** They are those of a lane's first attempt, as one of the two sides had them. */
export type RawBytes = { side: "wrote" | "read"; lane: LaneName };

/** EventSource shows no bytes to a page. */
export function rawBytesIn(run: Run): RawBytes[] {
  return run.lanes.flatMap(({ name }) => {
    const sides = name === "fetch" ? (["wrote", "read"] as const) : (["wrote"] as const);
    return sides
      .map((side) => ({ side, lane: name }))
      .filter((raw) => run.records.some((record) => bytesOf(run, raw, record) !== undefined));
  });
}

export function saveBytes(run: Run, raw: RawBytes): void {
  const parts = run.records.flatMap((record) => bytesOf(run, raw, record) ?? []);
  const name = fileName(run.setup.script.name, `${raw.side}-${raw.lane}`, "bin");
  download(name, "application/octet-stream", new Blob(parts));
}

function bytesOf(run: Run, { side, lane }: RawBytes, record: TraceRecord) {
  if (side === "read") {
    const isIts = record.kind === "chunk" && record.lane === lane;
    return isIts ? new Uint8Array(record.bytes) : undefined;
  }
  if (record.side !== "server" || record.kind !== "write") return undefined;
  const first = run.lane(lane).attempts[0]?.connection;
  return first && run.connectionOf(record) === first ? new Uint8Array(record.bytes) : undefined;
}

/** Returns one file that shows the run anywhere, by viewer.ts' bundle; `licences` are its packages' own. */
export function htmlFile(title: string, viewer: string, trace: string, licences: string): string {
  const nonce = toBase64(crypto.getRandomValues(new Uint8Array(16)));
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${html(title)}</title>
</head>
<body>
<pre id="licences" hidden>
${html(licences)}</pre>
<script type="application/json" id="trace">${jsonInHtml(trace)}</script>
<script nonce="${nonce}">${scriptInHtml(viewer)}</script>
</body>
</html>
`;
}
