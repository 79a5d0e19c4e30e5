/** Verdicts in English: the word, the sentence with its figures, what most likely causes it, the cure. */

import { NOISE } from "../run/noise.ts";
import type { LaneName } from "../run/records.ts";
import type { Cause, Cure, Evidence } from "../verdict/cause.ts";
import type { Difference } from "../verdict/comparison.ts";
import type { Impression } from "../verdict/judge-arrivals.ts";
import type { Doubt, LaneVerdict } from "../verdict/verdict.ts";
import { bytes, capitalised, counted, duration } from "./figures.ts";
import { refused } from "./refusal.ts";

/** As people call the two clients. */
export const laneTitles: Record<LaneName, string> = { eventsource: "EventSource", fetch: "fetch" };

/** The largest words on the page. */
export function headline(verdict: LaneVerdict): string {
  switch (verdict.word) {
    case "live":
      return "Live";
    case "in-pieces":
      return "In pieces";
    case "one-behind":
      return "One behind";
    case "burst-at-end":
      return "One burst at the end";
    case "nothing-yet":
      return "Nothing yet";
    case "lost":
      return "Lost";
    case "no-stream":
      return "No stream";
    case "busy":
      return "This page was busy";
    case "cant-tell":
      if (verdict.because.kind === "arrivals-alone") return perhaps(verdict.because.impression);
      return verdict.running ? "Can’t tell yet" : "Can’t tell";
  }
}

/** What was measured. */
export function measured(verdict: LaneVerdict): string {
  switch (verdict.word) {
    case "live":
      return live(verdict);
    case "in-pieces": {
      const { events, writtenOver, pieces, lagMost } = verdict;
      return `${written(events, writtenOver)}, arrived in ${counted(pieces, "piece")}; the longest wait was ${duration(lagMost)}.`;
    }
    case "one-behind":
      return `Each of ${counted(verdict.events, "event")} arrived when the server wrote the next thing, on average ${duration(verdict.lagMean)} late.`;
    case "burst-at-end": {
      const { events, writtenOver, arrivedAt, arrivedOver } = verdict;
      const within = arrivedOver > NOISE ? `, within ${duration(arrivedOver)}` : "";
      return `${written(events, writtenOver)}, arrived together at ${duration(arrivedAt)}${within}, when the stream ended.`;
    }
    case "nothing-yet":
      return nothingYet(verdict);
    case "lost":
      return lost(verdict);
    case "no-stream":
      return `${refused(verdict.refusal)}${verdict.again ? " EventSource goes on asking." : ""}`;
    case "busy":
      return `${capitalised(counted(verdict.events, "event"))} came late, up to ${duration(verdict.lagMost)}, while the page’s own thread was blocked. The path is not to blame.`;
    case "cant-tell":
      return doubt(verdict.because);
  }
}

/** Which hop most likely holds the stream, and by what that is inferred; "" where there is nothing to infer. */
export function inferred(verdict: LaneVerdict): string {
  const cause = causeIn(verdict);
  if (cause === null) return "";
  if (cause.kind === "buffer") {
    return "No compression is in sight: something between server and page waits until it has enough.";
  }
  return `${evidence(cause.evidence, verdict.lane)}${headWaited(verdict)}`;
}

/** What to change; "" where nothing is known to help. */
export function cure(verdict: LaneVerdict): string {
  const cause = causeIn(verdict);
  return cause === null ? "" : `Cure: ${cause.cures.map((one) => cures[one]).join(", or ")}.`;
}

/** What a run of the same script shows that was live, and in which one thing was otherwise. */
export function compared(difference: Difference | null): string {
  switch (difference) {
    case "direct":
      return "Directly from the server the same script was live, so the dev server’s hop holds it.";
    case "compress-false":
      return "Through `compress: false` the same script was live, so `compress: true` holds it.";
    case "no-transform":
      return "With `no-transform` the same script was live, so a compressor holds it.";
    case null:
      return "";
  }
}

const cures: Record<Cure, string> = {
  "compress-false": "`compress: false`",
  "no-transform": "`no-transform`",
  "no-accel-buffering": "the response header `X-Accel-Buffering: no`, which nginx obeys",
};

function causeIn(verdict: LaneVerdict): Cause | null {
  return "cause" in verdict ? verdict.cause : null;
}

function written(events: number, over: number): string {
  const all = capitalised(counted(events, "event"));
  return over < 1 ? `${all}, written at once` : `${all}, written over ${duration(over)}`;
}

function live({ events, writtenOver, lagMost, running }: LaneVerdict & { word: "live" }): string {
  const within = `within ${duration(Math.max(1, Math.ceil(lagMost)))} of being written`;
  const sofar = running ? " so far" : "";
  return `${capitalised(counted(events, "event"))}${sofar}, written over ${duration(writtenOver)}, arrived as far apart as they were written, each ${within}.`;
}

function nothingYet(verdict: LaneVerdict & { word: "nothing-yet" }): string {
  const { events, bytes: count, told, waited, stopped, lane } = verdict;
  if (!told) return "No event has arrived yet.";
  if (events === 0) {
    return stopped
      ? "Stopped before the server had written an event."
      : "The server has not written an event yet.";
  }
  const what =
    lane === "fetch"
      ? `${bytes(count)} with ${counted(events, "event")}`
      : counted(events, "event");
  const none = stopped ? "none had arrived when it was stopped" : "none has arrived";
  return `The server wrote ${what}; ${none}, ${duration(waited)} after the first.`;
}

function lost({ events, lost }: LaneVerdict & { word: "lost" }): string {
  if (lost === events) {
    return events === 1
      ? "The server wrote one event, the connection ended, and it never arrived."
      : `The server wrote ${counted(events, "event")}, the connection ended, and none of them arrived.`;
  }
  const which = lost === 1 ? "one" : counted(lost, "of them", "of them");
  return `The server wrote ${counted(events, "event")}, the connection ended, and the last ${which} never arrived.`;
}

function doubt(because: Doubt): string {
  switch (because.kind) {
    case "few-events": {
      if (because.events === 0) return "No event was written, so there is nothing to compare.";
      const { lag } = because;
      const late = lag === null ? "" : `, ${duration(Math.max(0, lag))} after it was written`;
      return `One event has arrived${late}: it takes two to compare distances.`;
    }
    case "too-close":
      return `All ${counted(because.events, "event")} were written within ${duration(because.writtenOver)}: too close together to tell their distances apart.`;
    case "slow-link":
      return `${written(because.events, because.writtenOver)}, took ${duration(because.arrivedOver)} to arrive: the link is slower than the stream, which hides whether anything else holds it.`;
    case "one-clump":
      return `Of ${counted(because.events, "event")} some arrived together, ${duration(because.squeezed)} late, but only once: a machine that stalls does that too.`;
    case "one-instant":
      return `${capitalised(counted(because.events, "event"))} arrived together; whether the stream had ended by then is not known.`;
    case "arrivals-alone":
      return `${arrivals(because.impression)} The server’s side isn’t known, so this may be how it writes.`;
    case "not-told":
      return "What the server wrote is not known, or not all of it: the tap has not told.";
  }
}

function perhaps({ like }: Impression): string {
  switch (like) {
    case "live":
      return "Perhaps live";
    case "in-pieces":
      return "Perhaps in pieces";
    case "burst-at-end":
      return "Perhaps one burst at the end";
    case "together":
      return "Can’t tell";
  }
}

function arrivals(impression: Impression): string {
  const all = capitalised(counted(impression.events, "event"));
  switch (impression.like) {
    case "live":
      return `${all} arrived one by one, over ${duration(impression.arrivedOver)}; how long each was on its way can’t be seen.`;
    case "in-pieces":
      return `${all} arrived in ${counted(impression.pieces, "piece")}, over ${duration(impression.arrivedOver)}.`;
    case "burst-at-end":
      return `${all} arrived together at ${duration(impression.arrivedAt)}, when the response ended.`;
    case "together":
      return `${all} arrived together at ${duration(impression.arrivedAt)}.`;
  }
}

function evidence(evidence: Evidence, lane: LaneName): string {
  switch (evidence.from) {
    case "head": {
      const whose =
        evidence.lane === lane
          ? "The response"
          : `The response of ${laneTitles[evidence.lane]} on the same path`;
      return `${whose} is \`${evidence.coding}\``;
    }
    case "size":
      return `Only ${bytes(evidence.encoded)} came over the wire for ${bytes(evidence.decoded)} of stream, so it was compressed`;
    case "setting":
      return "This path’s dev server runs with `compress: true`";
  }
}

/** The end of the sentence that `evidence` begins: what the compressor let out before the end. */
function headWaited(verdict: LaneVerdict): string {
  if (verdict.word !== "burst-at-end" || verdict.announced === null) {
    return ": a compressor keeps small events until it has enough, or the stream ends.";
  }
  const { at, waited } = verdict.announced;
  const what = verdict.lane === "fetch" ? "the response head" : "`open`";
  return waited
    ? `, and even ${what} waited: the compressor kept everything.`
    : `; ${what} came at ${duration(at)}, but the compressor kept the events.`;
}
