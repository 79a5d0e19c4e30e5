/** Holds the words of the path: what each hop did, and what its switches say. */
import { counted, duration, grouped } from "../../trace/en/figures.ts";

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
  wrote: (count: number, spent: string) =>
    count === 0 ? "has written no event yet" : `wrote *${events(count)}*${spent}`,
  got: (count: number, spent: string) =>
    count === 0 ? "has got no event yet" : `got *${events(count)}*${spent}`,
  atOnce: " at once",
  over: (ms: number) => ` in ${duration(ms)}`,
  inAttempts: (count: number) => ` in ${counted(count, "attempt")}`,
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
