/**
 * How long a script plays and how much it writes, as far as the text tells: the least that it can be.
 * The player counts what really happens.
 */
import { MAX_PLAYING_MS, MAX_WIRE_BYTES, MAX_WRITES } from "../limits.ts";
import type { Report } from "../problem.ts";
import type { Step } from "../script.ts";
import { type SourceLine, spanOfLine } from "../source-line.ts";
import type { Template } from "../template.ts";

type Extent = { ms: number; bytes: number; writes: number };

const LIMITS = [
  { of: "ms", most: MAX_PLAYING_MS, code: "too-long", unit: "ms of pauses" },
  { of: "bytes", most: MAX_WIRE_BYTES, code: "too-many-bytes", unit: "bytes" },
  { of: "writes", most: MAX_WRITES, code: "too-many-writes", unit: "writes" },
] as const;

/** Reports each step of one attempt's lines at which a limit is passed. */
export function checkExtent(
  steps: readonly Step[],
  lines: readonly SourceLine[],
  report: Report,
): void {
  extentOf(steps, (step, before, after) => {
    for (const { of, most, code, unit } of LIMITS) {
      if (before[of] > most || after[of] <= most) continue;
      const sum = `up to here the script has ${after[of]} ${unit}, and ${most} are the most`;
      report(
        code,
        spanOfLine(lines, step.line),
        `${sum}; write fewer, or end it before with \`@close\``,
      );
    }
  });
}

type Passed = (step: Step, before: Extent, after: Extent) => void;

/** @returns null where the lines end the attempt: what follows is played by who resumes there. */
function extentOf(steps: readonly Step[], passed?: Passed): Extent | null {
  const nothing: Extent = { ms: 0, bytes: 0, writes: 0 };
  let sum = nothing;
  let ends = false;
  let writing = false;
  for (const step of steps) {
    const one = extentOfStep(step);
    const isWire = step.kind === "wire";
    const writes = one === null ? 0 : one.writes + (isWire && !writing ? 1 : 0);
    const next = one && {
      ms: sum.ms + one.ms,
      bytes: sum.bytes + one.bytes,
      writes: sum.writes + writes,
    };
    if (next) passed?.(step, sum, next);
    ends ||= next === null;
    writing = isWire;
    sum = next ?? nothing;
  }
  return ends ? null : sum;
}

function extentOfStep(step: Step): Extent | null {
  switch (step.kind) {
    case "wire":
      return { ms: 0, bytes: leastBytes(step.template), writes: 0 };
    case "bytes":
      return { ms: 0, bytes: step.bytes.length, writes: 1 };
    case "wait":
      return { ms: step.ms, bytes: 0, writes: 0 };
    case "repeat": {
      const once = extentOf(step.body);
      if (once === null || step.times === Infinity) return null;
      return {
        ms: once.ms * step.times,
        bytes: once.bytes * step.times,
        writes: once.writes * step.times,
      };
    }
    case "hang":
    case "drop":
    case "close":
      return null;
    default:
      return { ms: 0, bytes: 0, writes: 0 };
  }
}

const encoder = new TextEncoder();
/** By template: a step of many attempts is measured once. */
const measured = new WeakMap<Template, number>();

/** Literal text alone: what a placeholder becomes is not known here. */
function leastBytes(template: Template): number {
  let bytes = measured.get(template);
  if (bytes === undefined) {
    const text = template.filter((piece) => typeof piece === "string").join("");
    bytes = encoder.encode(text).length;
    measured.set(template, bytes);
  }
  return bytes;
}
