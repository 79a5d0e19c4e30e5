/**
 * The question of a chat as its trace holds it: where other runs have their script stands a remark, of
 * which the last line is the body of the request.
 */

/** A question as it is posted. `role` is left out for the relay's usual one. */
export type Question = { message: string; role?: string };

/** Returns what stands in place of a script. `remark`: a sentence for whoever reads it. */
export function writeQuestion(question: Question, remark: string): string {
  return `@# ${remark}\n@# ${JSON.stringify(question)}\n`;
}

/** Returns what was asked; `undefined` where the text is that of a script. */
export function readQuestion(text: string): Question | undefined {
  const [, last = ""] = /^@# [^\n]*\n@# ([^\n]*)\n$/.exec(text) ?? [];
  const said = parsed(last);
  if (typeof said !== "object" || said === null || !("message" in said)) return undefined;
  const { message } = said;
  if (typeof message !== "string") return undefined;
  const role = "role" in said && typeof said.role === "string" ? { role: said.role } : {};
  return { message, ...role };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
