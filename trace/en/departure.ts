/** Says how a stream left a server that is watched, in English. It says what left, and never what arrived. */
import type { Departure } from "../verdict/departure.ts";
import { allOf, duration, inWords } from "./figures.ts";

/** The largest words. */
export function departureHeadline({ from, how, end, unit }: Departure): string {
  switch (how.shape) {
    case "waiting":
      return end === null ? "No answer yet" : "No answer";
    case "down":
      return `${from} is down`;
    case "nothing":
      return end === null ? `No ${unit} yet` : `No ${unit}`;
    case "one":
      return `One ${unit}`;
    case "at-once":
      return "All at once";
    case "burst":
      return `Already one burst when it left ${from}`;
    case "pieces":
      return `Already in pieces when it left ${from}`;
    case "evenly":
      return end === null ? `Leaves ${from} evenly` : `Left ${from} evenly`;
  }
}

/** Returns what was measured, and how far that tells. */
export function departureMeasured(departure: Departure): string {
  return [left(departure), ...misfit(departure), ...ended(departure)].join(" ");
}

/** Returns what may be behind it; "" where there is nothing to infer. */
export function departureInferred({ how, coding }: Departure): string {
  const isTogether = how.shape === "burst" || how.shape === "pieces";
  if (!isTogether || coding === null) return "";
  return `It left compressed (\`${coding}\`): a compressor there that is not flushed does that. Ask once without \`Accept-Encoding\`, as \`curl -N\` does: if it is live then, it was the compressor.`;
}

function left({ from, how, unit, end }: Departure): string {
  const unseen =
    "Whether it arrives late can’t be told from here: nothing is known of the other end.";
  switch (how.shape) {
    case "waiting":
      return `${from} has had the request for ${duration(how.ms)}, and has not answered.`;
    case "down":
      return `Nobody answers at ${from}: the target proxy answered in its place.`;
    case "nothing":
      return `${from} sent the response head, and no ${unit} behind it.`;
    case "one":
      return `It left ${from} ${duration(how.silent)} after the request: one alone has no rhythm.`;
    case "at-once":
      if (end === null) {
        const sofar = `${allOf(how.count, unit)} so far left ${from} in one instant`;
        return `${sofar}, ${duration(how.silent)} after the request.`;
      }
      return `${allOf(how.count, unit)} left ${from} in one instant, ${duration(how.silent)} after the request: there is no rhythm that anything could have kept.`;
    case "burst":
      return `${allOf(how.count, unit)} left ${from} in one instant, after ${duration(how.silent)} of silence. Nothing behind that address is to blame.`;
    case "pieces":
      return `${allOf(how.count, unit)} left ${from} in ${inWords(how.instants)} instants, over ${duration(how.over)}. Nothing behind that address is to blame for that.`;
    case "evenly":
      return `${allOf(how.count, unit)} left ${from} over ${duration(how.over)}, each by itself. ${unseen}`;
  }
}

function misfit({ misfit }: Departure): string[] {
  if (misfit === null) return [];
  const { status, type } = misfit;
  const what = status === 200 ? `\`${type || "no content type"}\`` : `status \`${status}\``;
  return [`To an EventSource ${what} is no event stream.`];
}

function ended({ end, from }: Departure): string[] {
  if (end === "left") return ["Whoever asked has gone."];
  return end === "target-cut" ? [`${from} broke the connection off.`] : [];
}
