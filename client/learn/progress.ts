/** Which steps somebody has seen come true, in this browser. */
import { recall, remember } from "../playground/memory.ts";
import type { LessonPlace } from "../playground/set-up.ts";

/** What is kept at the most: more is no progress of anybody's. */
const MOST_LESSONS = 40;
const MOST_STEPS = 12;

/** Steps that were done, by the names of their lessons. */
export type Progress = ReadonlyMap<string, ReadonlySet<number>>;

/** Reads what was kept, such as `data=1.2.3&held=1`; nothing of what is no progress. */
export function readProgress(text: string | undefined): Progress {
  const progress = new Map<string, Set<number>>();
  for (const [name, steps] of new URLSearchParams(text ?? "")) {
    if (!/^[a-z-]{1,32}$/.test(name) || progress.size === MOST_LESSONS) continue;
    const done = steps.split(".").filter((step) => /^[1-9]\d?$/.test(step));
    progress.set(name, new Set(done.slice(0, MOST_STEPS).map(Number)));
  }
  return progress;
}

export function writeProgress(progress: Progress): string {
  const words = [...progress].map(([name, steps]) => [name, [...steps].join(".")]);
  return new URLSearchParams(words).toString();
}

export function recallProgress(): Progress {
  return readProgress(recall("lessons"));
}

/** Keeps that a step was done. */
export function rememberDone({ name, step }: LessonPlace): void {
  const progress = new Map(recallProgress());
  progress.set(name, new Set([...(progress.get(name) ?? []), step]));
  remember("lessons", writeProgress(progress));
}

/** Forgets all of it. */
export function forgetProgress(): void {
  remember("lessons", "");
}
