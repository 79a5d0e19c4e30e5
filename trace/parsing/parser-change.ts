/** Says what a step changed in what the parser holds. */
import type { ParserState } from "./steps.ts";

/** They stand in the order in which they are shown. */
export const PARSER_FIELDS = [
  "dataBuffer",
  "eventTypeBuffer",
  "lastEventIdBuffer",
  "lastEventId",
  "reconnectionTime",
] as const;

export type ParserField = (typeof PARSER_FIELDS)[number];

export type Change = "appended" | "set" | "emptied";

/** `null` where it is as it was. */
export function changeOf(
  name: ParserField,
  before: ParserState,
  after: ParserState,
): Change | null {
  const [was, is] = [before[name], after[name]];
  if (was === is) return null;
  if (is === null || is === "") return name === "dataBuffer" && is === "" ? "set" : "emptied";
  return name === "dataBuffer" && was !== null ? "appended" : "set";
}
