/** How the events of a lane were delivered, over its attempts. */
import type { Delivery } from "./finding.ts";

/** Deliveries stand from the worst to the best; what is not known is worse than what is known to be well. */
const WORST_FIRST: readonly Delivery["word"][] = [
  "lost",
  "burst-at-end",
  "nothing-yet",
  "held",
  "in-pieces",
  "one-behind",
  "late",
  "busy",
  "no-event",
  "no-stream",
  "cant-tell",
  "live",
];

/** The worst of `deliveries`, the first attempt's first, with the figures of those that went alike. */
export function joined(deliveries: readonly [Delivery, ...Delivery[]]): Delivery {
  const [only] = deliveries;
  if (deliveries.length === 1) return only;
  const told = deliveries.filter((one) => !saysNothing(one));
  const [worst = only] = told.toSorted(
    (a, b) => WORST_FIRST.indexOf(a.word) - WORST_FIRST.indexOf(b.word),
  );
  if (worst.word === "lost") {
    const all = told.filter((one) => one.word === "lost");
    const events = sum(deliveries.map(eventsOf));
    const several = events > worst.events;
    return { ...worst, events, lost: sum(all.map(({ lost }) => lost)), several };
  }
  if (worst.word !== "live") return worst;
  const all = told.filter((one) => one.word === "live");
  const excused = all.flatMap(({ excused }) => excused ?? []);
  return {
    ...worst,
    events: sum(deliveries.map(eventsOf)),
    writtenOver: sum(all.map(({ writtenOver }) => writtenOver)),
    lagMost: Math.max(...all.map(({ lagMost }) => lagMost)),
    usual: Math.max(...all.map(({ usual }) => usual)),
    running: deliveries.some((one) => "running" in one && one.running),
    excused:
      excused.length === 0
        ? null
        : {
            events: sum(excused.map(({ events }) => events)),
            ms: Math.max(...excused.map(({ ms }) => ms)),
          },
  };
}

/** One attempt among others says nothing by an event that came alone, nor before it has come to any. */
function saysNothing(one: Delivery): boolean {
  switch (one.word) {
    case "cant-tell":
      return one.because.kind === "few-events";
    case "nothing-yet":
      return one.events === 0;
    case "no-stream":
      return true;
    default:
      return false;
  }
}

function eventsOf(one: Delivery): number {
  if (one.word === "cant-tell") return one.because.kind === "few-events" ? one.because.events : 0;
  return "events" in one ? one.events : 0;
}

function sum(figures: readonly number[]): number {
  return figures.reduce((all, figure) => all + figure, 0);
}
