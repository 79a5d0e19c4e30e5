/** Says how events were delivered: each is one whole sentence with its figures. */
import { NOISE } from "../run/noise.ts";
import type { Doubt, Finding, Left } from "../verdict/finding.ts";
import type { Impression } from "../verdict/judge-arrivals.ts";
import { allOf, bytes, capitalised, counted, duration, inWords } from "./figures.ts";

export function written(events: number, over: number, left?: Left): string {
  const all = capitalised(counted(events, "event"));
  const how = left === undefined ? "written" : `which left ${left.from}`;
  return over < 1 ? `${all}, ${how} at once` : `${all}, ${how} over ${duration(over)}`;
}

/** Who wrote it, as far as that is known: what stands at the address of a stranger's server need not be the server. */
export function writer(left: Left | undefined): string {
  return left === undefined ? "The server" : left.from;
}

/** "The server wrote five events". */
export function wrote(what: string, left: Left | undefined): string {
  return left === undefined ? `The server wrote ${what}` : `${capitalised(what)} left ${left.from}`;
}

export function arrivedLive(finding: Finding & { word: "live" }): string {
  const { events, writtenOver, lagMost, usual, running, excused, left } = finding;
  const most = excused === null ? lagMost : usual;
  const within = `within ${duration(Math.max(1, Math.ceil(most)))} of ${left === undefined ? "being written" : "leaving"}`;
  const sofar = running ? " so far" : "";
  const but =
    excused === null
      ? ""
      : `, but for ${inWords(excused.events)} that waited up to ${duration(excused.ms)}: a busy machine does that`;
  const [how, were] =
    left === undefined ? ["written", "were written"] : [`which left ${left.from}`, "had left"];
  return `${capitalised(counted(events, "event"))}${sofar}, ${how} over ${duration(writtenOver)}, arrived as far apart as they ${were}, each ${within}${but}.`;
}

export function held({ events, held, lies, running, left }: Finding & { word: "held" }): string {
  const some = `${inWords(held.events)} of ${counted(events, "event")}`;
  if (!lies)
    return `${capitalised(some)} came late, up to ${duration(held.ms)}; the others came at once.`;
  return running
    ? `${wrote(counted(events, "event"), left)}; the last ${inWords(held.events)} lie on the way, the first of them for ${duration(held.ms)}.`
    : `When it was stopped the last ${some} lay on the way, the first of them for ${duration(held.ms)}.`;
}

export function nothingYet(finding: Finding & { word: "nothing-yet" }): string {
  const { events, bytes: count, told, waited, stopped, lane, left } = finding;
  if (!told) return "No event has arrived yet.";
  if (events === 0) {
    const none =
      left === undefined ? "the server had written an event" : `an event left ${left.from}`;
    if (stopped) return `Stopped before ${none}.`;
    const since = waited > NOISE ? `, ${duration(waited)} after it got the request` : "";
    return left === undefined
      ? `The server has not written an event yet${since}.`
      : `No event has left ${left.from} yet${since}.`;
  }
  const what =
    lane === "fetch"
      ? `${bytes(count)} with ${counted(events, "event")}`
      : counted(events, "event");
  const none = stopped ? "none had arrived when it was stopped" : "none has arrived";
  const after = waited < 1 ? "" : `, ${duration(waited)} after the first`;
  return `${wrote(what, left)}; ${none}${after}.`;
}

export function lost(finding: Finding & { word: "lost" }): string {
  const { events, lost, which, ended, several, left } = finding;
  const all = wrote(counted(events, "event"), left);
  if (lost === events) {
    return `${all}, the connection ended, and ${events === 1 ? "it never" : "none of them"} arrived.`;
  }
  if (several) {
    const some = lost === 1 ? "one of them" : counted(lost, "of them", "of them");
    return `${all} on several attempts; ${some} never arrived.`;
  }
  if (ended) {
    const last = lost === 1 ? "one" : counted(lost, "of them", "of them");
    return `${all}, the connection ended, and the last ${last} never arrived.`;
  }
  const more = lost > which.length ? " …" : "";
  const numbers = `${lost === 1 ? "number" : "numbers"} ${which.join(", ")}${more}`;
  return `${all}; ${inWords(lost)} of them, ${numbers}, never arrived, though later ones did.`;
}

export function noEventCame(finding: Finding & { word: "no-event" }): string {
  const { because, late, writes, lane } = finding;
  const came =
    lane === "eventsource" ? "" : late > NOISE ? `, up to ${duration(late)} late` : ", live";
  const all = `${bytes(finding.bytes)} in ${counted(writes, "write")} arrived${came}`;
  switch (because) {
    case "no-blank-line":
      return `${all}; no blank line ended an event.`;
    case "no-data":
      return `${all}; no block had a \`data\` line, so nothing was dispatched.`;
    case "comments":
      return `${all}; they are comments, which dispatch nothing.`;
  }
}

export function doubt(because: Doubt, left?: Left): string {
  const were = left === undefined ? "were written" : `left ${left.from}`;
  switch (because.kind) {
    case "few-events": {
      if (because.events === 0) {
        return `No event ${left === undefined ? "was written" : were}, so there is nothing to compare.`;
      }
      const { lag } = because;
      const after = left === undefined ? "was written" : were;
      const late = lag === null ? "" : `, ${duration(Math.max(0, lag))} after it ${after}`;
      return `One event has arrived${late}: one alone does not show whether a stream is live.`;
    }
    case "unheard":
      return `${capitalised(counted(because.events, "event"))} came, and nobody listens for ${because.events === 1 ? "its type" : "their types"}.`;
    case "too-close":
      return `${because.events === because.of ? allOf(because.events, "event") : `The ${counted(because.events, "event")} that arrived`} ${were} within ${duration(because.writtenOver)}: too close together to tell whether any was held back.`;
    case "slow-link":
      return `${written(because.events, because.writtenOver, left)}, took ${duration(because.arrivedOver)} to arrive: the link is slower than the stream, which hides whether anything else holds it.`;
    case "one-clump":
      return `Of ${counted(because.events, "event")} some arrived together, ${duration(because.squeezed)} late, but only once: a machine that stalls does that too.`;
    case "one-instant":
      return `${capitalised(counted(because.events, "event"))} arrived together; whether the stream had ended by then is not known.`;
    case "arrivals-alone":
      return `${arrivals(because.impression)} The server’s side isn’t known, so this may be how it writes.`;
    case "not-told":
      return left === undefined
        ? "What the server wrote is not known, or not all of it: its records have not come."
        : `What left ${left.from} is not known, or not all of it.`;
  }
}

export const perhaps: Record<Impression["like"], string> = {
  live: "Perhaps live",
  "in-pieces": "Perhaps in pieces",
  "burst-at-end": "Perhaps one burst at the end",
  together: "Can’t tell",
};

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
