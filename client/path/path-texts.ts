/** The words of the path: what each hop did, and what its switches say. */
import { duration, grouped } from "../../trace/en/figures.ts";

const events = (count: number) => `${grouped(count)} ${count === 1 ? "event" : "events"}`;

export const pathTexts = {
  label: "Path",
  server: "Node server",
  proxy: "webpack-dev-server",
  browser: "This browser",
  breakIt: "Break it",
  browserWhy: "Measures what browsers do differently, in this one",
  switches: { noTransform: "no-transform", proxy: "proxy", compress: "compress" },
  bypassed: "not on the path",
  passesOn: "passes on what comes",
  untold: "what it wrote isn’t known",
  wrote: (count: number, over: number) =>
    count === 0
      ? "has written no event yet"
      : `wrote *${events(count)}*${count === 1 ? "" : ` in ${duration(over)}`}`,
  got: (count: number, over: number, atOnce: boolean) =>
    count === 0
      ? "has got no event yet"
      : `got *${events(count)}*${count === 1 ? "" : atOnce ? " at once" : ` in ${duration(over)}`}`,
  holding: "holding",
  held: "held",
  events: (count: number) => (count === 1 ? "event" : "events"),
  heldSince: (time: string) => `· ${time}`,
  heldUpTo: (time: string) => `up to ${time}`,
  accepts: (codings: string) => `accepts ${codings}`,
  noSuchDevServer: (value: boolean) =>
    `No dev server runs with compress: ${value} now; webpack.config.ts sets it.`,
  noDevServers: "not here: `npm start` starts two of them",
  noProxyToCompress: "Only with the proxy on: it is the dev server that compresses.",
  suggestCompress: "Now set `compress` to `true`.",
};
