/** Says who most likely holds a stream, and what would cure it. */
import type { LaneName } from "../run/records.ts";
import type { Cause, CauseEvidence, CureName } from "../verdict/cause.ts";
import type { Difference } from "../verdict/comparison.ts";
import type { Finding } from "../verdict/finding.ts";
import { departureInferred } from "./departure.ts";
import { bytes, duration } from "./figures.ts";
import { laneTitles } from "./lane-titles.ts";
import { oneEndInferred } from "./one-end.ts";

/** Returns which hop most likely holds the stream, and by what that is inferred; "" where there is nothing to infer. */
export function inferred(finding: Finding): string {
  if (finding.word === "departed") return departureInferred(finding);
  if (finding.word === "one-end") return oneEndInferred(finding.one);
  const cause = causeIn(finding);
  if (cause === null) return "";
  switch (cause.kind) {
    case "buffer":
      return `No compression is in sight: something between ${finding.left?.from ?? "server"} and page waits until it has enough.`;
    case "one-lane": {
      const { other, method, otherMethod } = cause;
      const was = `On the same path ${laneTitles[other]} was live`;
      return method === otherMethod
        ? `${was}: something tells the two clients apart.`
        : `${was}, but the lanes differ in method too, ${method} and ${otherMethod}: a fetch by ${finding.lane === "fetch" ? otherMethod : method} would tell.`;
    }
    case "compressor":
      return `${evidence(cause.evidence, finding.lane)}${headWaited(finding)}`;
  }
}

/** Returns what to change; "" where nothing is known to help. */
export function cure(finding: Finding): string {
  if (finding.word === "cut") return cutCures[finding.because.kind];
  const { cures: known } = causeIn(finding) ?? { cures: [] };
  return known.length === 0 ? "" : `Cure: ${known.map((one) => cures[one]).join(", or ")}.`;
}

/** Returns what a run of the same script shows that was live, and in which one thing was otherwise. */
export function compared(difference: Difference | null): string {
  return difference === null ? "" : differences[difference];
}

const differences: Record<Difference, string> = {
  direct: "Directly from the server the same script was live, so the dev server’s hop holds it.",
  "compress-false":
    "Through `compress: false` the same script was live, so `compress: true` holds it.",
  "no-transform": "With `no-transform` the same script was live, so a compressor holds it.",
};

const cures: Record<CureName, string> = {
  "compress-false": "`compress: false`",
  "no-transform": "`no-transform`",
  "no-accel-buffering": "the response header `X-Accel-Buffering: no`, which nginx obeys",
};

const cutCures = {
  silence: "Comments more often would help.",
  "whole-time": "That is a limit on the whole time: comments will not help.",
  flowing: "",
};

function causeIn(finding: Finding): Cause | null {
  return "cause" in finding ? finding.cause : null;
}

function evidence(evidence: CauseEvidence, lane: LaneName): string {
  switch (evidence.from) {
    case "head": {
      const whose =
        evidence.lane === lane
          ? "The response"
          : `The response of ${laneTitles[evidence.lane]} on the same path`;
      return `${whose} is \`${evidence.coding}\``;
    }
    case "size":
      return `Only ${bytes(evidence.encoded)} came over the wire for ${bytes(evidence.decoded)} of stream, so it was compressed`;
    case "setting":
      return "This path’s dev server runs with `compress: true`";
  }
}

/** The end of the sentence that `evidence` begins: what the compressor let out before the end. */
function headWaited(finding: Finding): string {
  if (finding.word !== "burst-at-end" || finding.announced === null) {
    return ": a compressor keeps small events until it has enough, or the stream ends.";
  }
  const { at, waited } = finding.announced;
  const what = finding.lane === "fetch" ? "the response head" : "`open`";
  return waited
    ? `, and even ${what} waited: the compressor kept everything.`
    : `; ${what} came at ${duration(at)}, but the compressor kept the events.`;
}
