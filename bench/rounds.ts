/**
 * Times contenders against each other on a machine that others use too, where only ratios within one
 * run count. In each round they take turns, pass by pass, and each counts with its fastest pass: that of
 * many which nobody interrupted, where passes are shorter than the turns that the system gives to processes.
 */

/** How many rounds are told; one more, the first, warms up. */
export const ROUNDS = 9;
const ROUND_MS = 100;

type Pass = () => void;

export interface Spread {
  min: number;
  median: number;
  max: number;
}

/** Returns how many times as fast as `rival` each pass of `passes` was. */
export function speedsAgainst(rival: Pass, passes: readonly Pass[]): Spread[] {
  const rounds: number[][] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const [rivals = 0, ...times] = fastest([rival, ...passes]);
    if (round > 0) rounds.push(times.map((ms) => rivals / ms));
  }
  return passes.map((_, i) => spread(rounds.map((speeds) => speeds[i] ?? 0)));
}

function fastest(passes: readonly Pass[]): number[] {
  const times = passes.map(() => Number.POSITIVE_INFINITY);
  const turns = [...passes.entries()];
  const over = performance.now() + ROUND_MS;
  do {
    for (const [i, pass] of turns) {
      const began = performance.now();
      pass();
      times[i] = Math.min(times[i] ?? 0, performance.now() - began);
    }
    turns.reverse(); // nobody always comes after the same one, and clears up behind it
  } while (performance.now() < over);
  return times;
}

export function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((x, y) => x - y);
  return {
    min: sorted[0] ?? 0,
    median: sorted[sorted.length >> 1] ?? 0,
    max: sorted.at(-1) ?? 0,
  };
}
