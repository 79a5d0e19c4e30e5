/**
 * Says how long a script plays and how much it writes, as far as the text tells: the least that it can be.
 * The player counts what really happens.
 */
import { MAX_PLAYING_MS, MAX_WIRE_BYTES, MAX_WRITES } from "../limits.ts";
import type { Report } from "../problem.ts";
import type { Step } from "../script.ts";
import type { SourceLine } from "../source-line.ts";
import type { Template } from "../template.ts";

type Extent = { ms: number; bytes: number; writes: number };

type Limit = {
  of: keyof Extent;
  most: number;
  code: string;
  what: string;
  said(sum: number): string;
};

const grouped = (count: number): string => `${count}`.replace(/\B(?=(\d{3})+$)/g, " ");

/** Where one step passes several, the first is told: whoever keeps to it mostly keeps to the others. */
const LIMITS: readonly Limit[] = [
  {
    of: "bytes",
    most: MAX_WIRE_BYTES,
    code: "too-many-bytes",
    what: "too big",
    said: (bytes) =>
      bytes === MAX_WIRE_BYTES
        ? `${bytes / 1024 ** 2} MiB`
        : `${grouped(Math.ceil(bytes / 1e6))} MB`,
  },
  {
    of: "writes",
    most: MAX_WRITES,
    code: "too-many-writes",
    what: "too many writes",
    said: grouped,
  },
  {
    of: "ms",
    most: MAX_PLAYING_MS,
    code: "too-long",
    what: "too long",
    said: (ms) =>
      `${grouped(Math.floor(ms / 1000))}${ms % 1000 ? `.${`${ms % 1000}`.padStart(3, "0")}` : ""} s`,
  },
];

/** Reports each step of one attempt's lines at which a limit is passed. */
export function checkExtent(
  steps: readonly Step[],
  lines: readonly SourceLine[],
  report: Report,
): void {
  extentOf(steps, (step, before, after) => {
    if (LIMITS.some(({ of, most }) => before[of] > most)) return; // told where it was passed
    const passed = LIMITS.find(({ of, most }) => after[of] > most);
    if (passed === undefined) return;
    const { of, most, code, what, said } = passed;
    const text = lines[step.line - 1]?.text.trim() ?? "";
    const instead =
      step.kind === "repeat" ? `lower \`${text}\`` : "write less, or end it before with `@close`";
    const sum = `${what}: ${said(after[of])}, the limit is ${said(most)}; ${instead}`;
    report(code, step.line, sum);
  });
}

type Passed = (step: Step, before: Extent, after: Extent) => void;

/** @returns null where the lines end the attempt: what follows is played by whoever resumes there. */
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
/** A step of many attempts has one template, and is measured once. */
const measured = new WeakMap<Template, number>();

/** Counts literal text alone: what a placeholder becomes is not known here. */
function leastBytes(template: Template): number {
  let bytes = measured.get(template);
  if (bytes === undefined) {
    const text = template.filter((piece) => typeof piece === "string").join("");
    bytes = encoder.encode(text).length;
    measured.set(template, bytes);
  }
  return bytes;
}
