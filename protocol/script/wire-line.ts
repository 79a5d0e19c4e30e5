/**
 * A line that goes on the wire just as it stands, but for `@@` and placeholders:
 *
 *     id: {{n}}          @@home
 *     ^^  ^^^^^          ^ one of the two is sent
 *     field, value
 */
import type { Report } from "./problem.ts";
import type { FieldName, WireStep } from "./script.ts";
import type { SourceLine } from "./source-line.ts";
import { readTemplate, type Template } from "./template.ts";

/** Reads a wire line; what is wrong with its placeholders is reported, and left out of it. */
export function readWireLine(line: SourceLine, insideRepeat: boolean, report: Report): WireStep {
  const column = line.text.startsWith("@@") ? 2 : 1;
  const template = readTemplate(line, column, insideRepeat, report);
  return { kind: "wire", line: line.number, template, ...fieldOf(template), ended: line.ended };
}

/** Returns what a parser takes the line for. A name that is made of a placeholder is not foreseen. */
export function fieldOf(template: Template): { field: FieldName; value: Template } {
  const [first = "", ...rest] = template;
  if (typeof first !== "string") return { field: "unknown-field", value: [] };
  const colon = first.indexOf(":");
  if (colon === 0) return { field: "comment", value: [] };
  if (colon === -1) return { field: rest.length > 0 ? "unknown-field" : nameOf(first), value: [] };
  // [spec] If value starts with a U+0020 SPACE character, remove it from value.
  const value = first.slice(first[colon + 1] === " " ? colon + 2 : colon + 1);
  return { field: nameOf(first.slice(0, colon)), value: value === "" ? rest : [value, ...rest] };
}

function nameOf(name: string): FieldName {
  switch (name) {
    case "data":
    case "event":
    case "id":
    case "retry":
      return name;
    default:
      return "unknown-field";
  }
}
