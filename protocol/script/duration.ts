/** Times in directives: `500ms`, `1.5s`. A unit is asked for, so that no reader has to guess. */
import type { DirectiveLine, Word } from "./directive-line.ts";
import { MAX_PLAYING_MS } from "./limits.ts";

const UNITS = { ms: 1, s: 1000 } as const; // ms

/**
 * Reads a time.
 * @param example what to write where there is none
 * @param least ms of what may be written instead
 * @returns whole ms; null where it was a problem, which is reported
 */
export function readDuration(
  line: DirectiveLine,
  word: Word | undefined,
  example: string,
  least = 0,
): number | null {
  if (word === undefined) {
    return line.problem("duration-missing", `\`@${line.name}\` needs a time; write \`${example}\``);
  }
  const [, digits, unit] = /^(\d+(?:\.\d+)?)(.*)$/.exec(word.text) ?? [];
  if (digits === undefined || unit === undefined) {
    return line.problem("duration", `\`${word.text}\` is no time; write \`${example}\``, word);
  }
  if (unit !== "ms" && unit !== "s") {
    const next = line.words[line.words.indexOf(word) + 1]?.text;
    const units = ["ms", "s"] as const;
    const behind = units.filter((each) => unit === "" && each === next);
    const times = (behind.length > 0 ? behind : units)
      .filter((each) => {
        const ms = Number(digits) * UNITS[each];
        return isWhole(ms) && least <= ms && ms <= MAX_PLAYING_MS; // a script may say so
      })
      .map((each) => line.endingIn(digits + each, word));
    const instead = `write ${times.join(" or ") || `\`${example}\``}`;
    if (unit !== "") {
      return line.problem("unit-unknown", `there is no unit \`${unit}\` here; ${instead}`, word);
    }
    return line.problem(
      "unit-missing",
      `\`${line.source.text.trim()}\` has no unit; ${instead}`,
      word,
    );
  }
  const ms = Number(digits) * UNITS[unit];
  if (isWhole(ms)) return Math.round(ms);
  const whole = line.endingIn(`${Math.max(Math.round(ms), 1)}ms`, word);
  const message = `\`${word.text}\` is no whole number of ms; write ${whole}`;
  return line.problem("duration", message, word);
}

/** Decimal fractions of a second are whole ms but for what a computer's fractions leave over. */
function isWhole(ms: number): boolean {
  return Math.abs(ms - Math.round(ms)) <= 1e-6;
}
