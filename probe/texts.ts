/** Holds the probe's own words; those of log and verdict are in trace/en/. */
import { bytes, counted, duration } from "../trace/en/figures.ts";
import { knowsZstd } from "./browser-headers.ts";
import { times } from "./limits.ts";
import type { LetGo } from "./probe.ts";

export const usage = `Is that event stream live, and if not, what holds it?

  probe [options] URL

  -X, --request METHOD     the method; GET, or POST where there is a body
  -H, --header "N: value"  a header; "N:" leaves the browser's own one out
  -d, --data TEXT          a request body; @FILE reads it from a file
      --data-raw TEXT      a request body as it stands
  -b, --cookie "N=value"   cookies
  -k, --insecure           takes a certificate that nobody vouches for
      --json               prints a trace that the playground's page opens
  -h, --help

The names are curl's: a line of a browser's "Copy as cURL" (bash) will do, with
probe in the place of curl. It asks as Chromium does, and a GET once more without
Accept-Encoding where that could find a compressor. It ends by itself, after
${times.whole / 1000} s at the latest; Ctrl-C judges what has come so far.

Exit status: 0 live, as far as this end can tell; 1 held, or one burst at the end;
2 no event stream; 3 failed; 4 can't tell; 64 wrong usage.
`;

const letGo: Record<Exclude<LetGo, object>, string> = {
  decided: "Let go: enough was seen.",
  "asks-again": "Let go, to ask once more.",
  time: "Let go: its time is over.",
  interrupted: "Let go, as you wish.",
};

export const texts = {
  usageError: (message: string) => `probe: ${message}.`,
  asks: (method: string, url: string) => `${method} ${url}`,
  accepts: (codings: string) => `as Chromium asks; accepts ${codings || "no compression"}`,
  zstd: knowsZstd ? "" : "; this Node can’t read zstd, which Chromium accepts too",
  again: "once more, without Accept-Encoding: it would show a compressor",
  given: (codings: string) => `accepts ${codings}, as you say; so it is not asked without`,
  redirected: (status: number, url: string) => `${status}, goes on to ${url}`,
  bare: "  (another host: it gets none of your headers)",
  redirectLeft: (method: string, url: string) =>
    `It leads to ${url}. Only a GET is sent on by itself; a ${method} is sent once: probe that address.`,
  begins: (text: string) => `It begins: ${text}`,
  dataLines:
    "There are `data:` lines in it: if it is meant as an event stream, give it `Content-Type: text/event-stream`.",
  jsonLines:
    "It looks like one JSON text a line: fetch can read that as it comes, an EventSource can’t.",
  letGo(why: LetGo): string {
    if (typeof why !== "object") return letGo[why];
    switch (why.kind) {
      case "bytes":
        return `Let go at ${bytes(why.most)}, the most that is read.`;
      case "events":
        return `Let go at ${counted(why.most, "event")}, the most that are read.`;
      case "event":
        return `Let go: an event is larger than ${bytes(why.most)}, or its blank line never comes.`;
    }
  },
  postOnly: (method: string) =>
    `A ${method} is asked for once. To see whether a compressor holds it, probe it with -H "Accept-Encoding: identity".`,
  progress: (elapsed: number, events: number, read: number) =>
    `${duration(elapsed)}, ${events === 0 ? "no event yet" : counted(events, "event")}, ${bytes(read)}`,
};
