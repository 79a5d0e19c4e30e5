/** Builds something when it is asked for, and again only where what it was made of has changed. */
import { stat } from "node:fs/promises";

/** File systems' clocks tick slowly: what was written just after a moment may be dated before it. ms */
const TICK = 20;

type Build<Result> = { result: Result; files: Iterable<string> };

/**
 * @param build a failure is not kept: what it missed may be there next time
 * @returns what asks for the result as the files stand; whoever asks meanwhile gets the same one
 */
export function buildOnce<Result>(build: () => Promise<Build<Result>>): () => Promise<Result> {
  let latest: (Build<Result> & { startedAt: number }) | undefined;
  let asked: Promise<Result> | undefined;

  async function newest(): Promise<Result> {
    if (latest === undefined || (await changedSince(latest.files, latest.startedAt))) {
      const startedAt = Date.now();
      latest = { ...(await build()), startedAt };
    }
    return latest.result;
  }

  return () => {
    asked ??= newest().finally(() => {
      asked = undefined;
    });
    return asked;
  };
}

/** @param time epoch ms */
async function changedSince(files: Iterable<string>, time: number): Promise<boolean> {
  const changed = await Promise.all(
    Array.from(files, async (file) => {
      const stats = await stat(file).catch(() => undefined); // it is gone
      return stats === undefined || stats.mtimeMs > time - TICK;
    }),
  );
  return changed.includes(true);
}
