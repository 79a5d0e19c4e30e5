/** Times in directives: `500ms`, `1.5s`. A unit is asked for, so that no reader has to guess. */
import type { DirectiveLine, Word } from "./directive-line.ts";

/**
 * Reads a time.
 * @param example what to write where there is none
 * @returns whole ms; null where it was a problem, which is reported
 */
export function readDuration(
  line: DirectiveLine,
  word: Word | undefined,
  example: string,
): number | null {
  if (word === undefined) {
    return line.problem("duration-missing", `\`@${line.name}\` needs a time; write \`${example}\``);
  }
  const [, digits, unit] = /^(\d+(?:\.\d+)?)(.*)$/.exec(word.text) ?? [];
  if (digits === undefined || unit === undefined) {
    return line.problem("duration", `\`${word.text}\` is no time; write \`${example}\``, word);
  }
  if (unit !== "ms" && unit !== "s") {
    const [ms, s] = [`${digits}ms`, `${digits}s`].map((text) => line.with(word, text));
    const instead = `write ${ms} or ${s}`;
    if (unit !== "") {
      return line.problem("unit-unknown", `there is no unit \`${unit}\` here; ${instead}`, word);
    }
    return line.problem(
      "unit-missing",
      `\`${line.source.text.trim()}\` has no unit; ${instead}`,
      word,
    );
  }
  const exact = Number(digits) * (unit === "s" ? 1000 : 1);
  const ms = Math.round(exact);
  if (Math.abs(exact - ms) > 1e-6) {
    const whole = line.with(word, `${Math.max(ms, 1)}ms`);
    return line.problem(
      "duration",
      `\`${word.text}\` is no whole number of ms; write ${whole}`,
      word,
    );
  }
  return ms;
}
