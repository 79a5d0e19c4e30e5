/** Says how events were delivered, in English: each is one whole sentence with its figures. */
import { NOISE } from "../run/noise.ts";
import type { Doubt, Finding } from "../verdict/finding.ts";
import type { Impression } from "../verdict/judge-arrivals.ts";
import { allOf, bytes, capitalised, counted, duration, inWords } from "./figures.ts";

export function written(events: number, over: number): string {
  const all = capitalised(counted(events, "event"));
  return over < 1 ? `${all}, written at once` : `${all}, written over ${duration(over)}`;
}

export function arrivedLive(finding: Finding & { word: "live" }): string {
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

export function held({ events, held, lies, running }: Finding & { word: "held" }): string {
  const some = `${inWords(held.events)} of ${counted(events, "event")}`;
  if (!lies)
    return `${capitalised(some)} came late, up to ${duration(held.ms)}; the others came at once.`;
  return running
    ? `The server wrote ${counted(events, "event")}; the last ${inWords(held.events)} lie on the way, the first of them for ${duration(held.ms)}.`
    : `When it was stopped the last ${some} lay on the way, the first of them for ${duration(held.ms)}.`;
}

export function nothingYet(finding: Finding & { word: "nothing-yet" }): string {
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
  const after = waited < 1 ? "" : `, ${duration(waited)} after the first`;
  return `The server wrote ${what}; ${none}${after}.`;
}

export function lost({ events, lost, which, ended, several }: Finding & { word: "lost" }): string {
  if (lost === events) {
    return events === 1
      ? "The server wrote one event, the connection ended, and it never arrived."
      : `The server wrote ${counted(events, "event")}, the connection ended, and none of them arrived.`;
  }
  const wrote = `The server wrote ${counted(events, "event")}`;
  if (several) {
    const some = lost === 1 ? "one of them" : counted(lost, "of them", "of them");
    return `${wrote} on several attempts; ${some} never arrived.`;
  }
  if (ended) {
    const last = lost === 1 ? "one" : counted(lost, "of them", "of them");
    return `${wrote}, the connection ended, and the last ${last} never arrived.`;
  }
  const more = lost > which.length ? " …" : "";
  const numbers = `${lost === 1 ? "number" : "numbers"} ${which.join(", ")}${more}`;
  return `${wrote}; ${inWords(lost)} of them, ${numbers}, never arrived, though later ones did.`;
}

export function noEventCame(finding: Finding & { word: "no-event" }): string {
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

export function doubt(because: Doubt): string {
  switch (because.kind) {
    case "few-events": {
      if (because.events === 0) return "No event was written, so there is nothing to compare.";
      const { lag } = because;
      const late = lag === null ? "" : `, ${duration(Math.max(0, lag))} after it was written`;
      return `One event has arrived${late}: it takes two to compare distances.`;
    }
    case "too-close":
      return `${because.events === because.of ? allOf(because.events, "event") : `The ${counted(because.events, "event")} that arrived`} were written within ${duration(because.writtenOver)}: too close together to tell their distances apart.`;
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

export function perhaps({ like }: Impression): string {
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
