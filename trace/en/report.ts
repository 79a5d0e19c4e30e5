/** Has the words of a report. */

import { isProbe } from "../run/browser-name.ts";
import type { Path, Setup } from "../run/records.ts";
import { grouped, milliseconds } from "./figures.ts";

export const report = {
  title: (headline: string) => `# ${headline}`,
  facts: { head: ["what", "value"] },
  stream: "Stream",
  path: "Path",
  noTransform: "`no-transform`",
  browser: ({ browser }: Setup) => (isProbe(browser) ? "Client" : "Browser"),
  agent: "User agent",
  recorded: "Recorded",
  clocks: "Clocks apart by at most",
  protocol: "Protocol",
  verdict: (lane: string) => `Verdict on ${lane}`,
  onOff: (on: boolean) => (on ? "on" : "off"),
  pathOf: (path: Path) =>
    path.proxy
      ? `through webpack-dev-server with \`compress: ${path.compress}\`, port ${path.port}`
      : `direct, port ${path.port}`,
  clockError: ({ clockError }: Setup) => milliseconds(clockError),
  events: "## Events",
  times:
    "Times in ms since the run began; the lag is against the write of the lane’s own connection.",
  noEvents: "No event was written, and none arrived.",
  columns: {
    attempt: "attempt",
    event: "event",
    type: "type",
    id: "id",
    written: "written",
    arrived: "arrived",
    lag: "lag",
  },
  onLane: (lane: string, column: string) => `${lane}: ${column}`,
  never: "–",
  more: (count: number) => `and ${grouped(count)} more; the trace as a file holds them all.`,
  heads: (lane: string) => `## Heads of ${lane}, attempt 1`,
  asked: "As the server got the request:",
  answered: "As the response arrived:",
  sent: "As the server sent the response; EventSource shows a page no head:",
  notTold: "Not told.",
  script: "## Stream script",
  made: "Written by the SSE Playground.",
};
