/** Says what lies at the hop that holds a stream back, and what is on its way: pictures of a run's figures. */
import { html, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { duration, grouped } from "../../trace/en/figures.ts";
import type { LaneView } from "../../trace/run/lane.ts";
import { countUntil } from "../../trace/run/search.ts";
import { icons } from "../icons.ts";
import type { LiveRun } from "../playground/live-run.ts";
import { pathTexts } from "./path-texts.ts";

/** So many events are drawn as numbered dots; a larger pile is its count alone. */
const DOTS = 6;

/** path-styles.ts animates a dot so long from hop to hop. ms */
const FLIGHT = 500;

/** So many dots fly at a time: a flood is a count, not a swarm. */
const FLYING = 3;

/** The headline names the lane that the picture's figures are of. */
export function judged({ run, now, judge }: LiveRun): LaneView {
  return run.lane(judge.verdict(run, now).headline.lane);
}

/** Returns `undefined` where no hop held anything. */
export function pileOf(one: LiveRun): TemplateResult | undefined {
  const { run, now, judge } = one;
  const lying = one.isConnected || one.isGoing ? judge.pileAt(run, now) : null;
  if (lying !== null) {
    const { holding, heldSince } = pathTexts;
    return pile(holding, lying.events, lying.first, heldSince(duration(now - lying.since)));
  }
  if (one.isGoing) return undefined;
  const piles = judged(one).attempts.flatMap((attempt) => {
    const most = judge.pileMost(attempt, run);
    return most === null ? [] : [{ ...most, isAll: most.events === attempt.written.length }];
  });
  const [most] = piles.toSorted((a, b) => b.events - a.events);
  if (most === undefined) return undefined;
  // Which of them lay there together is told only if it was all of them.
  const first = most.isAll ? 1 : undefined;
  return pile(pathTexts.held, most.events, first, pathTexts.heldUpTo(duration(most.ms)));
}

function pile(verb: string, events: number, first: number | undefined, time: string) {
  const numbers =
    first === undefined || events > DOTS
      ? []
      : Array.from({ length: events }, (_, index) => first + index);
  return html`${icons.hourglass} ${verb} <b class="count">${grouped(events)}</b>
    <span class="unit">${pathTexts.events(events)}</span>
    <span class="dots" aria-hidden="true">${numbers.map((number) => html`<i>${number}</i>`)}</span>
    ${time}`;
}

export function flying<Event extends { number: number }>(
  events: readonly Event[],
  timeOf: (event: Event) => number,
  elapsed: number,
): unknown {
  const passed = countUntil(events, elapsed, timeOf);
  const landed = countUntil(events, elapsed - FLIGHT, timeOf);
  const recent = events.slice(Math.max(landed, passed - FLYING), passed);
  return repeat(
    recent,
    ({ number }) => number,
    ({ number }) => html`<i class="flying" aria-hidden="true">${number}</i>`,
  );
}
