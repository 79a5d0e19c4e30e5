/** Says how a stream left a server that is watched: what left, and how far that tells. */
import type { Departure, How } from "../verdict/departure.ts";
import { allOf, counted, duration, inWords } from "./figures.ts";

export function departureHeadline({ from, how, end, unit, again }: Departure): string {
  if (again?.shows === "not-flushed") return "Compressed there and not flushed";
  switch (how.shape) {
    case "waiting":
      return end === null ? "No answer yet" : "No answer";
    case "down":
      return `${from} is down`;
    case "unfit":
      return "No answer that can be passed on";
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

export function departureMeasured(departure: Departure): string {
  return [left(departure), ...again(departure), ...misfit(departure), ...ended(departure)].join(
    " ",
  );
}

/** Returns what may be behind it; "" where there is nothing to infer. */
export function departureInferred({ from, isServer, how, coding, again }: Departure): string {
  if (again?.shows === "not-flushed") {
    const named = coding === null ? "" : ` (\`${coding}\`)`;
    const who = isServer
      ? `your server compresses it${named}, and`
      : `whoever compresses it there${named}`;
    return `So ${who} keeps it until there is enough, or the stream ends.`;
  }
  if (how.shape !== "burst" && how.shape !== "pieces") return "";
  const itself = isServer
    ? "You said that nothing stands before your server there: so it writes it so."
    : `Whether the server itself writes it so, or something between it and ${from} collects it, can’t be told from there.`;
  if (coding === null) return itself;
  if (again?.shows === "same") return `So it is no compressor that holds it. ${itself}`;
  if (again !== null) return "That does not show whether the compressor holds it.";
  return `It left compressed (\`${coding}\`): a compressor that is not flushed does that. The same request without \`Accept-Encoding\` tells whether it is one.`;
}

function left({ from, how, unit, isWhole, end, arrived, again }: Departure): string {
  const unseen =
    arrived === null
      ? " Whether it arrives late can’t be told from here: nothing is known of the other end."
      : "";
  const isPacked = again?.shows === "not-flushed";
  const blameless = isPacked ? "" : ` ${behind(arrived)}`;
  const all = (count: number) =>
    isWhole ? allOf(count, unit) : `Of what was kept, ${counted(count, unit)}`;
  const packed = isPacked ? ", compressed" : "";
  switch (how.shape) {
    case "waiting":
      return `${from} has had the request for ${duration(how.ms)}, and has not answered.`;
    case "down":
      return `Nobody answers at ${from}: the target proxy answered in its place.`;
    case "unfit":
      return `What ${from} answers can’t be passed on (\`${how.code}\`): the target proxy answered in its place.`;
    case "nothing":
      return `${from} sent the response head, and no ${unit} behind it.`;
    case "one":
      return `It left ${from} ${duration(how.silent)} after the request: one alone has no rhythm.`;
    case "at-once":
      if (end === null) {
        const sofar = `${all(how.count)} so far left ${from} in one instant`;
        return `${sofar}, ${duration(how.silent)} after the request.`;
      }
      return `${all(how.count)} left ${from} in one instant, ${duration(how.silent)} after the request: there is no rhythm that anything could have kept.`;
    case "burst":
      return `${all(how.count)} left ${from} in one instant, after ${duration(how.silent)} of silence${packed}.${blameless}`;
    case "pieces":
      return `${all(how.count)} left ${from} in ${inWords(how.instants)} instants, over ${duration(how.over)}${packed}.${blameless}`;
    case "evenly":
      return `${all(how.count)} left ${from} over ${duration(how.over)}, each by itself.${unseen}`;
  }
}

function behind(arrived: Departure["arrived"]): string {
  switch (arrived) {
    case null:
      return "Nothing behind that address is to blame for that.";
    case "as-it-left":
      return "It arrived as it left: nothing behind that address is to blame.";
    case "later":
      return "What lies behind that address has kept it longer still.";
  }
}

function again({ again, unit }: Departure): string[] {
  if (again === null) return [];
  return [`Asked again without \`Accept-Encoding\`, ${plain(again.how, unit)}.`];
}

function plain(how: How, unit: Departure["unit"]): string {
  switch (how.shape) {
    case "waiting":
      return "it has not been answered";
    case "down":
      return "nobody answered";
    case "unfit":
      return "the answer could not be passed on";
    case "nothing":
      return `no ${unit} has left`;
    case "one":
      return `one ${unit} left`;
    case "at-once":
    case "burst":
      return `${counted(how.count, unit)} left in one instant`;
    case "pieces":
      return `${counted(how.count, unit)} left in ${inWords(how.instants)} instants, over ${duration(how.over)}`;
    case "evenly":
      return `${counted(how.count, unit)} left over ${duration(how.over)}, each by itself`;
  }
}

function misfit({ misfit }: Departure): string[] {
  if (misfit === null) return [];
  const { status, type } = misfit;
  const what = status === 200 ? `\`${type || "no content type"}\`` : `status \`${status}\``;
  return [`To an EventSource ${what} is no event stream.`];
}

function ended({ end, from, arrived }: Departure): string[] {
  if (end === "left") return arrived === null ? ["Whoever asked has gone."] : [];
  return end === "target-cut" ? [`${from} broke the connection off.`] : [];
}
