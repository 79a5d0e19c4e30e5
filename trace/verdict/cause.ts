/**
 * Which hop holds a stream back, and what would cure it. That something is missing between server and
 * browser is measured; who holds it never is: it is inferred from the response head, from sizes, or
 * from how the path was set.
 */
import type { AttemptView } from "../run/attempt.ts";
import { compression } from "../run/head.ts";
import type { LaneName } from "../run/records.ts";
import type { Run } from "../run/run.ts";
import { firstAsk } from "../run/run.ts";
import { fates } from "./held.ts";

/** Where the way out is: the dev server's option, or one of two response headers. */
export type CureName = "compress-false" | "no-transform" | "no-accel-buffering";

export type Cause = { inferred: true; cures: readonly CureName[] } & (
  | { kind: "compressor"; evidence: CauseEvidence }
  /** Nothing points at a compressor: something else waits until it has enough. */
  | { kind: "buffer" }
  /** The other lane went the same way and was live; it asked by another client, and maybe by another method. */
  | { kind: "one-lane"; other: LaneName; method: string; otherMethod: string }
);

/** Says what points at a compressor. */
export type CauseEvidence =
  /** The response head of `lane` names the coding; the other lane went the same way. */
  | { from: "head"; lane: LaneName; coding: string }
  /** Fewer bytes came over the wire than the body has. */
  | { from: "size"; encoded: number; decoded: number }
  /** Nothing of this path's responses has been seen; the dev server was told to compress. */
  | { from: "setting" };

/** Says what most likely holds `attempt` back. */
export function causeOf(run: Run, lane: LaneName, attempt: AttemptView): Cause {
  const evidence = compressionOf(run, lane, attempt);
  if (evidence !== null) return { kind: "compressor", inferred: true, evidence, cures: cures(run) };
  for (const other of others(run, lane)) {
    const { shape, waited } = fates(run, other.attempt);
    if (shape !== "live" || waited.hop.events > 0) continue;
    const method = firstAsk(run, lane)?.method ?? "GET";
    const otherMethod = firstAsk(run, other.lane)?.method ?? "GET";
    return { kind: "one-lane", inferred: true, other: other.lane, method, otherMethod, cures: [] };
  }
  return { kind: "buffer", inferred: true, cures: ["no-accel-buffering"] };
}

function compressionOf(run: Run, lane: LaneName, attempt: AttemptView): CauseEvidence | null {
  const heads = [{ lane, attempt }, ...others(run, lane)];
  for (const { lane, attempt } of heads) {
    const { coding, connection } = attempt;
    const own = connection?.head ? compression(connection.head) : null;
    if (coding !== null && coding !== own) return { from: "head", lane, coding };
  }
  const { size } = attempt.reception;
  if (size !== null && size.encoded > 0 && size.encoded < size.decoded) {
    return { from: "size", encoded: size.encoded, decoded: size.decoded };
  }
  const { path, noTransform } = run.setup;
  const unseen = heads.every(({ attempt }) => attempt.reception.head === null);
  return unseen && path.proxy && path.compress && !noTransform ? { from: "setting" } : null;
}

function others(run: Run, than: LaneName): { lane: LaneName; attempt: AttemptView }[] {
  return run.lanes.flatMap(({ name, attempts: [attempt] }) =>
    name !== than && attempt !== undefined ? [{ lane: name, attempt }] : [],
  );
}

function cures({ setup: { path, noTransform } }: Run): CureName[] {
  const cures: CureName[] = [];
  if (path.proxy && path.compress) cures.push("compress-false");
  if (!noTransform) cures.push("no-transform");
  return cures.length > 0 ? cures : ["no-accel-buffering"];
}
