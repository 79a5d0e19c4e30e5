/** What lies at the hop that holds a stream back, and what is on its way: pictures of a run's figures. */
import { html, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { duration, grouped } from "../../trace/en/figures.ts";
import type { AttemptView } from "../../trace/run/attempt.ts";
import type { Run } from "../../trace/run/run.ts";
import { countUntil } from "../../trace/run/search.ts";
import { pileAt, pileMost } from "../../trace/verdict/pile.ts";
import { verdict } from "../../trace/verdict/verdict.ts";
import { icons } from "../icons.ts";
import type { LiveRun } from "../playground/live-run.ts";
import { pathTexts } from "./path-texts.ts";

/** So many events are drawn as numbered dots; a larger pile is its count alone. */
const DOTS = 6;

/** How long a dot is under way from hop to hop, as path-styles.ts animates it. ms */
const FLIGHT = 500;

/** So many dots fly at a time: a flood is a count, not a swarm. */
const FLYING = 3;

/** The attempt that the picture's figures are of: the first one of the lane that the headline names. */
export function judged(run: Run): AttemptView | undefined {
  return run.lane(verdict(run).headline.lane).attempts[0];
}

/** What lies at the proxy, or lay there; `undefined` where nothing was held. */
export function pileOf({ run, isGoing, elapsed }: LiveRun): TemplateResult | undefined {
  if (isGoing) {
    const held = pileAt(run, elapsed);
    if (held === null) return undefined;
    const { holding, heldSince } = pathTexts;
    return pile(holding, held.events, held.first, heldSince(duration(elapsed - held.since)));
  }
  const { word } = verdict(run).headline;
  if (word === "busy" || word === "live") return undefined; // the path is not to blame
  const attempt = judged(run);
  const most = attempt && pileMost(attempt, run);
  if (!most) return undefined;
  // Which of them lay there together is told only if it was all of them.
  const first = most.events === attempt.written.length ? 1 : undefined;
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

/** The dots on a link: the events that passed its beginning a moment ago. */
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
