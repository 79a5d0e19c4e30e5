/**
 * What another run of the same script tells about this one. One run alone shows that something is
 * held; which hop holds it is shown by a run in which that hop was the only thing changed.
 */
import type { Run } from "../run/run.ts";
import { verdict } from "./verdict.ts";

/** What the other run had otherwise, and was live with. */
export type Difference = "direct" | "compress-false" | "no-transform";

/** The one difference with which the same script was live, where `run` is held; `null` without such a run. */
export function comparison(run: Run, others: readonly Run[]): Difference | null {
  const { headline } = verdict(run);
  if (headline.left !== undefined) return null; // no script of ours: two answers need not be the same
  if (!("cause" in headline) || headline.cause === null) return null;
  for (const other of others) {
    if (other.setup.script.text !== run.setup.script.text) continue;
    const only = difference(run, other);
    if (only !== null && verdict(other).lanes[headline.lane]?.delivery.word === "live") return only;
  }
  return null;
}

/** `null` where nothing differs that could let go of a stream, or more than one thing does. */
function difference({ setup }: Run, { setup: other }: Run): Difference | null {
  if (!setup.path.proxy) return null;
  const withHeader = other.noTransform && !setup.noTransform;
  if (other.noTransform !== setup.noTransform && !withHeader) return null;
  if (!other.path.proxy) return withHeader ? null : "direct";
  if (other.path.compress === setup.path.compress) return withHeader ? "no-transform" : null;
  return setup.path.compress && !withHeader ? "compress-false" : null;
}
