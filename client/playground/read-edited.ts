import { parseScript } from "../../protocol/script/parse.ts";
import type { Edited } from "./played-script.ts";

/** Reads a text that somebody brings along, to be played in place of a shipped one. */
export function readEdited(text: string): Edited {
  const parsed = parseScript(text);
  return { text, eventTypes: parsed.ok ? parsed.script.eventTypes : [], faulty: !parsed.ok };
}
