/**
 * Says what the tasks of a page's thread cost, out of a trace of Chromium's. Counted is the time that they
 * really computed: on a machine that others use too the clock on the wall tells of the others.
 */
import assert from "node:assert/strict";
import type { Page } from "@playwright/test";

const LONG = 50; // ms; a longer task keeps somebody waiting

/** `longest` and `all` together: ms. `long`: how many took over 50 ms. */
export type Tasks = { longest: number; long: number; all: number };

/** One event of a trace in Chromium's format: `ph` "X" is a span; `tdur` the time that its thread computed in it, µs. */
type TraceEvent = { name: string; ph: string; pid: number; tid: number; tdur?: number };

/** The tasks of `page`'s thread during `act`; `null` where the browser is not Chromium. */
export async function tasksWhile(page: Page, act: () => Promise<void>): Promise<Tasks | null> {
  const browser = page.context().browser();
  if (browser?.browserType().name() !== "chromium") {
    await act();
    return null;
  }
  await browser.startTracing(page, { categories: ["toplevel"] });
  await act();
  const trace = await browser.stopTracing();
  const { traceEvents }: { traceEvents: TraceEvent[] } = JSON.parse(trace.toString());
  const tasks = traceEvents.filter(({ name, ph }) => ph === "X" && name.endsWith("RunTask"));
  const threads = Object.values(Object.groupBy(tasks, ({ pid, tid }) => `${pid} ${tid}`));
  const times = threads.map((tasks = []) => tasks.map(({ tdur = 0 }) => tdur / 1000));
  const [busiest] = times.sort((a, b) => sum(b) - sum(a));
  assert.ok(busiest, "the trace has no task");
  return {
    longest: Math.max(...busiest),
    long: busiest.filter((ms) => ms > LONG).length,
    all: sum(busiest),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
