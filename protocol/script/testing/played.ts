/** Plays a script on paper, for the tests: what is done, as short rows that read like the script. */
import type { Action } from "../action.ts";
import { parseScript } from "../parse.ts";
import { type PlayRequest, perform } from "../perform.ts";
import type { StreamScript } from "../script.ts";

/** What is written stands as it is; any other action by its kind. */
export type Row = string | [kind: string, ...what: (string | number | null)[]];

/** Reads a script that has no errors. */
export function scriptOf(text: string): StreamScript {
  const parsed = parseScript(text);
  if (parsed.ok) return parsed.script;
  throw new Error(
    parsed.problems.map(({ line, message }) => `line ${line}: ${message}`).join("\n"),
  );
}

/** Plays one attempt, with the clock at 1000 and "u" for each uuid. */
export function actionsOf(
  script: StreamScript,
  request: Partial<PlayRequest> = {},
): Generator<Action, void, void> {
  const asked = { attempt: 1, lastEventId: "", noTransform: false, ...request };
  return perform(script, asked, { now: () => 1000, uuid: () => "u" });
}

export function played(text: string, request: Partial<PlayRequest> = {}): Row[] {
  return [...actionsOf(scriptOf(text), request)].map(rowOf);
}

export function wireOf(text: string, request: Partial<PlayRequest> = {}): string {
  return played(text, request)
    .filter((row) => typeof row === "string")
    .join("");
}

function rowOf(action: Action): Row {
  switch (action.kind) {
    case "head":
      return ["head", action.status];
    case "write":
      return new TextDecoder("utf-8", { ignoreBOM: true }).decode(action.bytes);
    case "wait":
      return ["wait", action.ms];
    case "heartbeat":
      return action.ms === null
        ? ["heartbeat", null]
        : ["heartbeat", action.ms, new TextDecoder().decode(action.comment)];
    case "drop":
      return ["drop", action.how];
    case "hang":
    case "close":
      return [action.kind];
    case "note":
      switch (action.note.note) {
        case "head-has-left":
          return ["note", "head-has-left", action.note.directive, action.note.line];
        case "resumed":
          return ["note", "resumed", action.note.lastEventId, action.note.line];
        case "unknown-id":
          return ["note", "unknown-id", action.note.lastEventId];
      }
  }
}
