/** Says a verdict: the word, and the sentence with its figures. Why, and the cure, are in cause.ts. */
import { NOISE } from "../run/noise.ts";
import type { Finding } from "../verdict/finding.ts";
import { compared, cure, inferred } from "./cause.ts";
import {
  arrivedLive,
  doubt,
  held,
  lost,
  noEventCame,
  nothingYet,
  perhaps,
  written,
} from "./delivery.ts";
import { departureHeadline, departureMeasured } from "./departure.ts";
import { bytes, capitalised, counted, duration, inWords } from "./figures.ts";
import { formatted } from "./format.ts";
import { laneTitles } from "./lane-titles.ts";
import { oneEndHeadline, oneEndMeasured } from "./one-end.ts";
import { refused } from "./refusal.ts";
import {
  cameBack,
  cameBackHeadline,
  cut,
  endedAs,
  notBackEither,
  silent,
  unheard,
} from "./story.ts";

export function headline(finding: Finding): string {
  const { left } = finding;
  if (left !== undefined && "cause" in finding && finding.cause !== null) {
    const { from, evenly } = left;
    if (finding.word === "lost") return `Lost after it left ${from}`;
    return evenly ? `Live when it left ${from}, held after it` : `Held after it left ${from}`;
  }
  if (isPlain(finding)) return plain[finding.word];
  switch (finding.word) {
    case "held":
      return `Held: ${counted(finding.held.events, "event")}`;
    case "no-event":
      return finding.running ? "No event yet" : "No event";
    case "cant-tell":
      if (finding.because.kind === "arrivals-alone") {
        return perhaps[finding.because.impression.like];
      }
      return finding.running ? "Can’t tell yet" : "Can’t tell";
    case "silent":
      return finding.stopped ? "Silent" : `Silent for ${duration(finding.ms)}`;
    case "reconnecting":
      if (finding.in === Number.POSITIVE_INFINITY) return "Never asks again";
      return finding.in === null || finding.in <= 0
        ? "Reconnecting"
        : `Reconnecting in ${duration(finding.in)}`;
    case "came-back":
      return cameBackHeadline(finding);
    case "format":
      return capitalised(counted(finding.events, "event"));
    case "departed":
      return departureHeadline(finding);
    case "one-end":
      return oneEndHeadline(finding.one);
  }
}

function isPlain(finding: Finding): finding is Finding & { word: keyof typeof plain } {
  return finding.word in plain;
}

const plain = {
  live: "Live",
  "in-pieces": "In pieces",
  "one-behind": "One behind",
  "burst-at-end": "One burst at the end",
  late: "Late",
  "nothing-yet": "Nothing yet",
  lost: "Lost",
  "no-stream": "No stream",
  busy: "This page was busy",
  connecting: "Connecting",
  waiting: "Waiting for a free connection",
  stalled: "Stalled",
  "server-away": "Server away",
  "gave-up": "Gave up",
  cut: "Cut on the way",
  "not-back": "Did not come back",
  unheard: "Nobody listens",
  "foreign-bytes": "Not all from the server",
};

function measured(finding: Finding): string {
  const { left } = finding;
  const isTold = finding.word === "came-back" || "endedBy" in finding || "refusal" in finding;
  const cut = left?.cut && !isTold ? ` ${left.from} broke the connection off.` : "";
  return `${figures(finding)}${cut}`;
}

function figures(finding: Finding): string {
  switch (finding.word) {
    case "live":
      return arrivedLive(finding);
    case "in-pieces": {
      const { events, writtenOver, pieces, lagMost, left } = finding;
      return `${written(events, writtenOver, left)}, arrived in ${counted(pieces, "piece")}; the longest wait was ${duration(lagMost)}.`;
    }
    case "one-behind":
      return `Each of ${counted(finding.events, "event")} arrived when ${finding.left === undefined ? "the server wrote the next thing" : `the next thing left ${finding.left.from}`}, on average ${duration(finding.lagMean)} late.`;
    case "burst-at-end": {
      const { events, writtenOver, arrivedAt, arrivedOver, left } = finding;
      const within = arrivedOver > NOISE ? `, within ${duration(arrivedOver)}` : "";
      return `${written(events, writtenOver, left)}, arrived together at ${duration(arrivedAt)}${within}, when the stream ended.`;
    }
    case "held":
      return held(finding);
    case "late": {
      const { events, lagLeast, left } = finding;
      const after = left === undefined ? "it was written" : `it left ${left.from}`;
      return events === 1
        ? `The only event arrived ${duration(lagLeast)} after ${after}.`
        : `Each of ${counted(events, "event")} arrived ${duration(lagLeast)} or more after ${after}.`;
    }
    case "nothing-yet":
      return nothingYet(finding);
    case "lost":
      return lost(finding);
    case "no-stream":
      return `${refused(finding.refusal)}${finding.again ? " EventSource goes on asking." : ""}`;
    case "no-event":
      return noEventCame(finding);
    case "busy": {
      const { events, late } = finding;
      const which = late.events < events ? `${capitalised(inWords(late.events))} of ` : "";
      const all = counted(events, "event");
      return `${which === "" ? capitalised(all) : `${which}${all}`} came late, up to ${duration(late.ms)}, while the page’s own thread was blocked. The path is not to blame.`;
    }
    case "cant-tell":
      return doubt(finding.because, finding.left);
    case "connecting":
      return "The page has asked; nothing has come yet.";
    case "waiting":
      return `${laneTitles[finding.lane]} asked ${duration(finding.waited)} ago, and ${finding.left === undefined ? "the server" : "the target proxy"} has no such request. A browser opens six connections to an origin, over all tabs: most likely they are taken.`;
    case "silent":
      return silent(finding);
    case "stalled":
      return `Somebody pressed Stall${finding.ms < 1 ? "" : ` ${duration(finding.ms)} ago`}: the server writes nothing, and the connection is open. The browser will not notice.`;
    case "reconnecting":
      return finding.in === Number.POSITIVE_INFINITY
        ? `${endedAs(finding)}; ${laneTitles[finding.lane]} never asks again: in this browser such a \`retry\` is too large.`
        : `${endedAs(finding)}; ${laneTitles[finding.lane]} asks again by itself.`;
    case "server-away":
      return `Nothing has been heard of the server${finding.ms < 1000 ? "" : ` for ${duration(finding.ms)}`}: its records have stopped, and ${laneTitles[finding.lane]} cannot reach it.`;
    case "gave-up":
      return `On attempt ${inWords(finding.attempts)} ${laneTitles[finding.lane]} gave up for good. ${refused(finding.refusal)}`;
    case "cut":
      return cut(finding);
    case "not-back":
      return `${endedAs(finding)} after ${counted(finding.events, "event")}, and ${laneTitles[finding.lane]} did not ask again: it missed ${inWords(finding.missed)} that came later.`;
    case "came-back":
      return cameBack(finding);
    case "unheard":
      return unheard(finding);
    case "foreign-bytes":
      return `fetch read ${bytes(finding.read)}, ${finding.left === undefined ? `the server wrote ${bytes(finding.written)}` : `${bytes(finding.written)} left ${finding.left.from}`}: the other ${bytes(finding.read - finding.written)} are not the server’s. A dev server writes its own error text into a stream that was reset.`;
    case "format":
      return formatted(finding);
    case "departed":
      return departureMeasured(finding);
    case "one-end":
      return oneEndMeasured(finding.one);
  }
}

export function also(finding: Finding): string {
  const lane = laneTitles[finding.lane];
  switch (finding.word) {
    case "not-back":
      return notBackEither(finding);
    case "came-back":
    case "reconnecting":
    case "waiting":
    case "gave-up":
    case "unheard":
    case "foreign-bytes":
      return measured(finding);
    default:
      return `${lane}: ${headline(finding)}. ${measured(finding)}`;
  }
}

/** All words of a verdict come late, in one object, because no run is there before the first paint. */
export const verdictSentences = { headline, measured, inferred, compared, cure, also };
