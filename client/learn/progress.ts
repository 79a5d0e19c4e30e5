/** Which steps somebody has seen come true, in this browser. */
import { recall, remember } from "../playground/memory.ts";
import type { LessonPlace } from "../playground/set-up.ts";

/** More is no progress of anybody's. */
const MOST_LESSONS = 40;
const MOST_STEPS = 12;

export type Progress = ReadonlyMap<string, ReadonlySet<number>>;

/** It looks like `data=1.2.3&held=1`; what is no progress is left out. */
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

export function rememberDone({ name, step }: LessonPlace): void {
  const progress = new Map(recallProgress());
  progress.set(name, new Set([...(progress.get(name) ?? []), step]));
  remember("lessons", writeProgress(progress));
}

export function forgetProgress(): void {
  remember("lessons", "");
}
