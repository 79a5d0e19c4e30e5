/** A script that somebody wants played or kept: read whole before anything is done with it. */
import { parseScript } from "../../protocol/script/parse.ts";
import type { StreamScript } from "../../protocol/script/script.ts";
import { Problem } from "../http/problem.ts";

/**
 * Returns the script that a text holds.
 * @throws Problem 422 that lists the first errors, and counts all, 413 for a text that is too long to be read
 */
export function readableScript(text: string): StreamScript {
  const parsed = parseScript(text);
  if (parsed.ok) return parsed.script;
  const { problems, problemCount } = parsed;
  const errors = problemCount === 1 ? "1 error" : `${problemCount} errors`;
  const listed = problems.length < problemCount ? `, the first ${problems.length} are listed` : "";
  const [first] = problems;
  const detail = `the script has ${errors}${listed}; line ${first?.line}: ${first?.message}`;
  const isTooLong = problems.some(({ code }) => code === "script-too-long");
  throw new Problem(isTooLong ? 413 : 422, "bad-script", detail, { problems, problemCount });
}
