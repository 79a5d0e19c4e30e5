/** Says what befell a lane. */
import type { EndedBy, Finding, Left } from "../verdict/finding.ts";
import { writer } from "./delivery.ts";
import { capitalised, counted, duration, inWords } from "./figures.ts";
import { laneTitles } from "./lane-titles.ts";

export function silent({ ms, away, stopped, left }: Finding & { word: "silent" }): string {
  const nothing =
    left === undefined
      ? "nothing was written and nothing heard"
      : `nothing left ${left.from} and nothing was heard`;
  if (stopped) return `For ${duration(ms)} ${nothing}, until the page closed it.`;
  const server = away
    ? " The server’s own records have stopped too: it stands still, or is away."
    : "";
  return `For ${duration(ms)} ${nothing}, and the connection is still open: the browser will not notice.${server}`;
}

export function endedAs({ endedBy, left }: Finding & { endedBy: EndedBy }): string {
  switch (endedBy) {
    case "server":
      return `${writer(left)} ended the stream`;
    case "server-cut":
      return `${writer(left)} cut the connection`;
    case "way":
      return `${between(left)} cut the connection`;
    case "unknown":
      return "The connection ended";
  }
}

export function notBackEither({
  lane,
  endedBy,
  events,
  missed,
}: Finding & { word: "not-back" }): string {
  const over = endedBy === "server" || endedBy === "unknown" ? "ended" : "cut";
  return `${laneTitles[lane]}, ${over} after ${counted(events, "event")}, did not ask again: it missed ${inWords(missed)} that came later.`;
}

export function cut(finding: Finding & { word: "cut" }): string {
  const { lost } = finding;
  const tail = lost === 0 ? "" : ` ${capitalised(counted(lost, "event"))} never arrived.`;
  return `${cutBy(finding)}${tail}`;
}

function between(left: Left | undefined): string {
  return `Something between ${left?.from ?? "server"} and browser`;
}

function cutBy({ cuts, because, proper, left }: Finding & { word: "cut" }): string {
  const did = proper ? "ended the stream, as if it were whole" : "cut the connection";
  const times = cuts > 1 ? ` ${cuts === 2 ? "twice" : `${inWords(cuts)} times`}` : "";
  const who = `${between(left)} ${did}${times}`;
  switch (because.kind) {
    case "silence":
      return `${who}, ${duration(because.ms)} after the last byte.`;
    case "whole-time":
      return `${who}, each time ${duration(because.ms)} after it began, while bytes flowed.`;
    case "flowing":
      return `${who}, ${duration(because.quiet)} after the last byte; neither end did.`;
  }
}

export function cameBackHeadline({ lost, repeated }: Finding & { word: "came-back" }): string {
  if (lost > 0) return `Came back, lost ${inWords(lost)}`;
  return repeated > 0 ? `Came back, ${inWords(repeated)} twice` : "Came back, lost nothing";
}

export function cameBack(finding: Finding & { word: "came-back" }): string {
  const { attempts, events, lost, repeated, lane } = finding;
  const twice = repeated > 0 ? `, ${inWords(repeated)} of them twice` : "";
  const what = lost > 0 ? `${inWords(lost)} never arrived` : "nothing was lost";
  return `${laneTitles[lane]} came back: ${counted(events, "event")} in ${counted(attempts, "attempt")}${twice}; ${what}.`;
}

export function unheard({ events, types }: Finding & { word: "unheard" }): string {
  const named = types.map((type) => `\`${type}\``).join(", ");
  const their = events === 1 ? "its type" : types.length === 1 ? "their type" : "types such as";
  return `${capitalised(counted(events, "event"))} came for which nobody listens: an EventSource drops what has no listener for ${their}, ${named}. It needs \`addEventListener("${types[0]}", …)\`; \`onmessage\` does not hear them.`;
}
