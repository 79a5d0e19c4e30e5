/** Says which lines play on which attempt of a client: `@attempt` cuts a script into sections. */
import type { Section, Step } from "./script.ts";

/**
 * The steps that play on one attempt (from 1): those of each `@attempt` that names it. On an attempt
 * that none names, those before the first.
 */
export function stepsOn(sections: readonly Section[], attempt: number): readonly Step[] {
  const named = sections.filter(
    ({ attempts }) => attempts && attempts.from <= attempt && attempt <= attempts.to,
  );
  const playing = named.length > 0 ? named : sections.filter(({ attempts }) => attempts === null);
  return playing.flatMap(({ steps }) => steps);
}

/** Returns one attempt of each kind: on every other attempt the same lines play as on one of these. */
export function distinctAttempts(sections: readonly Section[]): number[] {
  const firsts = sections.flatMap(({ attempts }) =>
    attempts ? [attempts.from, attempts.to + 1] : [],
  );
  return [...new Set([1, ...firsts])].filter(Number.isFinite);
}
