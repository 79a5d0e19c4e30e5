/** Verdicts in English: the word, the sentence with its figures, what most likely causes it, the cure. */

import { NOISE } from "../run/noise.ts";
import type { LaneName } from "../run/records.ts";
import type { Cause, Cure, Evidence } from "../verdict/cause.ts";
import type { Difference } from "../verdict/comparison.ts";
import type { Doubt, EndedBy, Finding } from "../verdict/finding.ts";
import type { FormatFact } from "../verdict/format.ts";
import type { Impression } from "../verdict/judge-arrivals.ts";
import { bytes, capitalised, counted, duration, inWords } from "./figures.ts";
import { refused } from "./refusal.ts";

/** As people call the two clients. */
export const laneTitles: Record<LaneName, string> = { eventsource: "EventSource", fetch: "fetch" };

/** The largest words on the page. */
export function headline(finding: Finding): string {
  switch (finding.word) {
    case "live":
      return "Live";
    case "in-pieces":
      return "In pieces";
    case "one-behind":
      return "One behind";
    case "burst-at-end":
      return "One burst at the end";
    case "held":
      return `Held: ${counted(finding.held.events, "event")}`;
    case "late":
      return "Late";
    case "nothing-yet":
      return "Nothing yet";
    case "lost":
      return "Lost";
    case "no-stream":
      return "No stream";
    case "no-event":
      return finding.running ? "No event yet" : "No event";
    case "busy":
      return "This page was busy";
    case "cant-tell":
      if (finding.because.kind === "arrivals-alone") return perhaps(finding.because.impression);
      return finding.running ? "Can’t tell yet" : "Can’t tell";
    case "connecting":
      return "Connecting";
    case "waiting":
      return "Waiting for a free connection";
    case "silent":
      return finding.stopped ? "Silent" : `Silent for ${duration(finding.ms)}`;
    case "stalled":
      return "Stalled";
    case "reconnecting":
      return finding.in === null || finding.in <= 0
        ? "Reconnecting"
        : `Reconnecting in ${duration(finding.in)}`;
    case "server-away":
      return "Server away";
    case "gave-up":
      return "Gave up";
    case "cut":
      return "Cut on the way";
    case "not-back":
      return "Did not come back";
    case "came-back":
      return cameBackHeadline(finding);
    case "foreign-bytes":
      return "Not all from the server";
    case "format":
      return capitalised(counted(finding.events, "event"));
  }
}

/** What was measured. */
export function measured(finding: Finding): string {
  switch (finding.word) {
    case "live":
      return live(finding);
    case "in-pieces": {
      const { events, writtenOver, pieces, lagMost } = finding;
      return `${written(events, writtenOver)}, arrived in ${counted(pieces, "piece")}; the longest wait was ${duration(lagMost)}.`;
    }
    case "one-behind":
      return `Each of ${counted(finding.events, "event")} arrived when the server wrote the next thing, on average ${duration(finding.lagMean)} late.`;
    case "burst-at-end": {
      const { events, writtenOver, arrivedAt, arrivedOver } = finding;
      const within = arrivedOver > NOISE ? `, within ${duration(arrivedOver)}` : "";
      return `${written(events, writtenOver)}, arrived together at ${duration(arrivedAt)}${within}, when the stream ended.`;
    }
    case "held":
      return held(finding);
    case "late": {
      const { events, lagLeast } = finding;
      return events === 1
        ? `The only event arrived ${duration(lagLeast)} after it was written.`
        : `Each of ${counted(events, "event")} arrived ${duration(lagLeast)} or more after it was written.`;
    }
    case "nothing-yet":
      return nothingYet(finding);
    case "lost":
      return lost(finding);
    case "no-stream":
      return `${refused(finding.refusal)}${finding.again ? " EventSource goes on asking." : ""}`;
    case "no-event":
      return noEvent(finding);
    case "busy": {
      const { events, late } = finding;
      const which = late.events < events ? `${capitalised(inWords(late.events))} of ` : "";
      const all = counted(events, "event");
      return `${which === "" ? capitalised(all) : `${which}${all}`} came late, up to ${duration(late.ms)}, while the page’s own thread was blocked. The path is not to blame.`;
    }
    case "cant-tell":
      return doubt(finding.because);
    case "connecting":
      return "The page has asked; nothing has come yet.";
    case "waiting":
      return `${laneTitles[finding.lane]} asked ${duration(finding.waited)} ago, and the server has no such request. A browser opens six connections to an origin, over all tabs: most likely they are taken.`;
    case "silent":
      return silent(finding);
    case "stalled":
      return `Somebody pressed Stall ${duration(finding.ms)} ago: the server writes nothing, and the connection is open. The browser will not notice.`;
    case "reconnecting":
      return `${ended(finding.endedBy)}; ${laneTitles[finding.lane]} asks again by itself.`;
    case "server-away":
      return `Nothing has been heard of the server${finding.ms < 1000 ? "" : ` for ${duration(finding.ms)}`}: its side channel is gone, and ${laneTitles[finding.lane]} cannot reach it.`;
    case "gave-up":
      return `On attempt ${inWords(finding.attempts)} ${laneTitles[finding.lane]} gave up for good. ${refused(finding.refusal)}`;
    case "cut":
      return cut(finding);
    case "not-back":
      return `${ended(finding.endedBy)} after ${counted(finding.events, "event")}, and ${laneTitles[finding.lane]} did not ask again: it missed ${inWords(finding.missed)} that came later.`;
    case "came-back":
      return cameBack(finding);
    case "foreign-bytes":
      return `fetch read ${bytes(finding.read)}, the server wrote ${bytes(finding.written)}: the other ${bytes(finding.read - finding.written)} are not the server’s. A dev server writes its own error text into a stream that was reset.`;
    case "format":
      return formatted(finding);
  }
}

/** What else is to be said of a lane, behind the headline's own sentence. */
export function also(finding: Finding): string {
  const lane = laneTitles[finding.lane];
  switch (finding.word) {
    case "came-back":
    case "not-back":
    case "reconnecting":
    case "waiting":
    case "gave-up":
    case "foreign-bytes":
      return measured(finding);
    default:
      return `${lane}: ${headline(finding)}. ${measured(finding)}`;
  }
}

/** Which hop most likely holds the stream, and by what that is inferred; "" where there is nothing to infer. */
export function inferred(finding: Finding): string {
  const cause = causeIn(finding);
  if (cause === null) return "";
  switch (cause.kind) {
    case "buffer":
      return "No compression is in sight: something between server and page waits until it has enough.";
    case "one-lane": {
      const { other, method, otherMethod } = cause;
      const was = `On the same path ${laneTitles[other]} was live`;
      return method === otherMethod
        ? `${was}: something tells the two clients apart.`
        : `${was}, but the lanes differ in method too, ${method} and ${otherMethod}: a fetch by ${finding.lane === "fetch" ? otherMethod : method} would tell.`;
    }
    case "compressor":
      return `${evidence(cause.evidence, finding.lane)}${headWaited(finding)}`;
  }
}

/** What to change; "" where nothing is known to help. */
export function cure(finding: Finding): string {
  if (finding.word === "cut") return cutCures[finding.because.kind];
  const { cures: known } = causeIn(finding) ?? { cures: [] };
  return known.length === 0 ? "" : `Cure: ${known.map((one) => cures[one]).join(", or ")}.`;
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

const cutCures = {
  silence: "Comments more often would help.",
  "whole-time": "That is a limit on the whole time: comments will not help.",
  flowing: "",
};

function causeIn(finding: Finding): Cause | null {
  return "cause" in finding ? finding.cause : null;
}

function written(events: number, over: number): string {
  const all = capitalised(counted(events, "event"));
  return over < 1 ? `${all}, written at once` : `${all}, written over ${duration(over)}`;
}

function live(finding: Finding & { word: "live" }): string {
  const { events, writtenOver, lagMost, usual, running, excused } = finding;
  const most = excused === null ? lagMost : usual;
  const within = `within ${duration(Math.max(1, Math.ceil(most)))} of being written`;
  const sofar = running ? " so far" : "";
  const but =
    excused === null
      ? ""
      : `, but for ${inWords(excused.events)} that waited up to ${duration(excused.ms)}: a busy machine does that`;
  return `${capitalised(counted(events, "event"))}${sofar}, written over ${duration(writtenOver)}, arrived as far apart as they were written, each ${within}${but}.`;
}

function held({ events, held, lies, running }: Finding & { word: "held" }): string {
  const some = `${inWords(held.events)} of ${counted(events, "event")}`;
  if (!lies)
    return `${capitalised(some)} came late, up to ${duration(held.ms)}; the others came at once.`;
  return running
    ? `The server wrote ${counted(events, "event")}; the last ${inWords(held.events)} lie on the way, the first of them for ${duration(held.ms)}.`
    : `When it was stopped the last ${some} lay on the way, the first of them for ${duration(held.ms)}.`;
}

function nothingYet(finding: Finding & { word: "nothing-yet" }): string {
  const { events, bytes: count, told, waited, stopped, lane } = finding;
  if (!told) return "No event has arrived yet.";
  if (events === 0) {
    if (stopped) return "Stopped before the server had written an event.";
    const since = waited > NOISE ? `, ${duration(waited)} after it got the request` : "";
    return `The server has not written an event yet${since}.`;
  }
  const what =
    lane === "fetch"
      ? `${bytes(count)} with ${counted(events, "event")}`
      : counted(events, "event");
  const none = stopped ? "none had arrived when it was stopped" : "none has arrived";
  return `The server wrote ${what}; ${none}, ${duration(waited)} after the first.`;
}

function lost({ events, lost, which, ended }: Finding & { word: "lost" }): string {
  if (lost === events) {
    return events === 1
      ? "The server wrote one event, the connection ended, and it never arrived."
      : `The server wrote ${counted(events, "event")}, the connection ended, and none of them arrived.`;
  }
  const wrote = `The server wrote ${counted(events, "event")}`;
  if (ended) {
    const last = lost === 1 ? "one" : counted(lost, "of them", "of them");
    return `${wrote}, the connection ended, and the last ${last} never arrived.`;
  }
  const more = lost > which.length ? " …" : "";
  const numbers = `${lost === 1 ? "number" : "numbers"} ${which.join(", ")}${more}`;
  return `${wrote}; ${inWords(lost)} of them, ${numbers}, never arrived, though later ones did.`;
}

function noEvent(finding: Finding & { word: "no-event" }): string {
  const { because, late, writes, lane } = finding;
  const came =
    lane === "eventsource" ? "" : late > NOISE ? `, up to ${duration(late)} late` : ", live";
  const wrote = `${bytes(finding.bytes)} in ${counted(writes, "write")} arrived${came}`;
  switch (because) {
    case "no-blank-line":
      return `${wrote}; no blank line ended an event.`;
    case "no-data":
      return `${wrote}; no block had a \`data\` line, so nothing was dispatched.`;
    case "comments":
      return `${wrote}; they are comments, which dispatch nothing.`;
  }
}

function silent({ ms, away, stopped }: Finding & { word: "silent" }): string {
  const nothing = "nothing was written and nothing heard";
  if (stopped) return `For ${duration(ms)} ${nothing}, until the page closed it.`;
  const server = away
    ? " The server’s side channel is silent too: it stands still, or is away."
    : "";
  return `For ${duration(ms)} ${nothing}, and the connection is still open: the browser will not notice.${server}`;
}

function ended(by: EndedBy): string {
  switch (by) {
    case "server":
      return "The server ended the stream";
    case "server-cut":
      return "The server cut the connection";
    case "way":
      return "Something between server and browser cut the connection";
    case "unknown":
      return "The connection ended";
  }
}

function cut(finding: Finding & { word: "cut" }): string {
  const { lost } = finding;
  const tail = lost === 0 ? "" : ` ${capitalised(counted(lost, "event"))} never arrived.`;
  return `${cutBy(finding)}${tail}`;
}

function cutBy({ cuts, because, proper }: Finding & { word: "cut" }): string {
  const did = proper ? "ended it, as if it were whole" : "cut it";
  const times = cuts > 1 ? ` ${cuts === 2 ? "twice" : `${inWords(cuts)} times`}` : "";
  const who = `Something between server and browser ${did}${times}`;
  switch (because.kind) {
    case "silence":
      return `${who}, ${duration(because.ms)} after the last byte.`;
    case "whole-time":
      return `${who}, each time ${duration(because.ms)} after it began, while bytes flowed.`;
    case "flowing":
      return `${who}, ${duration(because.quiet)} after the last byte; neither end did.`;
  }
}

function cameBackHeadline({ lost, repeated }: Finding & { word: "came-back" }): string {
  if (lost > 0) return `Came back, lost ${inWords(lost)}`;
  return repeated > 0 ? `Came back, ${inWords(repeated)} twice` : "Came back, lost nothing";
}

function cameBack(finding: Finding & { word: "came-back" }): string {
  const { attempts, events, lost, repeated, lane } = finding;
  const twice = repeated > 0 ? `, ${inWords(repeated)} of them twice` : "";
  const what = lost > 0 ? `${inWords(lost)} never arrived` : "nothing was lost";
  return `${laneTitles[lane]} came back: ${counted(events, "event")} in ${counted(attempts, "attempt")}${twice}; ${what}.`;
}

function formatted({ facts }: Finding & { word: "format" }): string {
  return facts.slice(0, FACTS).map(fact).join(" ");
}

/** So much of a stream's own words is shown, UTF-16 units. */
const WIRE = 24;

/** What a stream brought, in the wire's font: what could be anything but letters to a reader is a dot. */
function wire(text: string): string {
  const shown = text.replaceAll(/[^\p{L}\p{N} ._:/-]/gu, "·");
  return `\`${shown.length > WIRE ? `${shown.slice(0, WIRE)}…` : shown}\``;
}

/** So many facts are told. */
const FACTS = 3;

function fact(fact: FormatFact): string {
  switch (fact.kind) {
    case "no-field": {
      const names = fact.names.map(wire).join(", ");
      return `${capitalised(counted(fact.lines, "line is", "lines are"))} no field and did nothing: ${names}.`;
    }
    case "no-data":
      return `${capitalised(counted(fact.blocks, "block"))} without \`data\` dispatched nothing.`;
    case "unfinished":
      return "The last block had no blank line, so it was thrown away.";
    case "id-reset":
      return `An \`id\` without a value reset the last event ID; event by event it was ${fact.ids.map((id) => (id === "" ? "empty" : wire(id))).join(", ")}.`;
    case "id-ignored":
      return "An `id` with a NUL in it was ignored.";
    case "retry-ignored":
      return `${capitalised(counted(fact.lines, "`retry` was", "`retry` lines were"))} ignored: not all digits.`;
    case "byte-order-mark":
      return "A byte order mark at the start was taken off.";
    case "replaced":
      return "Bytes that are no UTF-8 became U+FFFD.";
    case "misleading":
      return `An event of the type \`${fact.type}\` is the server’s own message: the connection is as it was.`;
    case "several-lines":
      return `${capitalised(counted(fact.events, "event"))} had several \`data\` lines, joined by line feeds.`;
    case "line-ends":
      return `Lines ended in ${fact.terminator === "cr" ? "CR" : "CR LF"}, which is as good as LF.`;
    case "types":
      return `Unnamed ones are of the type \`message\`; the named ones need listeners of their own: ${fact.types.map(wire).join(", ")}.`;
    case "comments":
      return `${capitalised(counted(fact.lines, "comment"))} dispatched nothing, and showed that the connection is alive.`;
    case "pieces":
      return `They came in ${counted(fact.writes, "write")}: only a blank line dispatches.`;
  }
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
function headWaited(finding: Finding): string {
  if (finding.word !== "burst-at-end" || finding.announced === null) {
    return ": a compressor keeps small events until it has enough, or the stream ends.";
  }
  const { at, waited } = finding.announced;
  const what = finding.lane === "fetch" ? "the response head" : "`open`";
  return waited
    ? `, and even ${what} waited: the compressor kept everything.`
    : `; ${what} came at ${duration(at)}, but the compressor kept the events.`;
}
