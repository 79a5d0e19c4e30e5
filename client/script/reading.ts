/**
 * The script as the editor reads it: parsed anew at each change, so that colours, marks and problems
 * are never those of another text.
 */
import { type Diagnostic, linter } from "@codemirror/lint";
import { type EditorState, type Extension, StateField, type Text } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, WidgetType } from "@codemirror/view";
import { render } from "lit";
import { type ParsedScript, parseScript } from "../../protocol/script/parse.ts";
import { inReadingOrder, type Problem } from "../../protocol/script/problem.ts";
import type { LineKind, ScriptLine } from "../../protocol/script/script.ts";
import { prose } from "../controls/prose.ts";
import { scriptTexts } from "./script-texts.ts";

const parsed = StateField.define<ParsedScript>({
  create: (state) => parseScript(state.doc.toString()),
  update: (before, { docChanged, newDoc }) =>
    docChanged ? parseScript(newDoc.toString()) : before,
});

export function parsedScript(state: EditorState): ParsedScript {
  return state.field(parsed);
}

export function untoldOf(script: ParsedScript): number {
  const all = script.warningCount + (script.ok ? 0 : script.problemCount);
  return all - problemsOf(script).length;
}

/** Errors and warnings stand as one reads. */
export function problemsOf(script: ParsedScript): Problem[] {
  return inReadingOrder([...(script.ok ? [] : script.problems), ...script.warnings]);
}

/** The problem's last line may be gone. */
export function rangeOf(doc: Text, problem: Problem): { from: number; to: number } {
  const line = doc.line(Math.min(problem.line, doc.lines));
  const from = Math.min(line.from + problem.column - 1, line.to);
  return { from, to: Math.min(line.from + problem.endColumn - 1, line.to) };
}

export const reading: Extension = [
  parsed,
  EditorView.decorations.compute([parsed], (state) => decorate(state)),
  linter(({ state }) => problemsOf(parsedScript(state)).map((each) => diagnostic(state, each)), {
    delay: 0,
  }),
];

export function linesOf(state: EditorState): readonly ScriptLine[] {
  const script = parsedScript(state);
  return script.ok ? script.script.lines : script.lines;
}

function decorate(state: EditorState): DecorationSet {
  const lines = linesOf(state);
  const colours = lines.map(({ line, kind }) =>
    Decoration.line({ class: kind }).range(state.doc.line(line).from),
  );
  const marks = marksOf(lines).map(({ line, text }) =>
    Decoration.widget({ widget: new Mark(text), side: 1 }).range(state.doc.line(line).from),
  );
  return Decoration.set([...colours, ...marks], true);
}

function diagnostic(state: EditorState, problem: Problem): Diagnostic {
  const { severity, message, fix } = problem;
  return {
    ...rangeOf(state.doc, problem),
    severity,
    message,
    actions:
      fix === null
        ? []
        : [{ name: scriptTexts.fix(fix), apply: (view) => putRight(view, problem) }],
    renderMessage() {
      const shown = document.createElement("span");
      shown.role = "tooltip";
      render(prose(message), shown);
      return shown;
    },
  };
}

/** The text may have moved on, and the problem be no more. */
export function putRight(view: EditorView, problem: Problem): void {
  const { code, fix, line, column } = problem;
  const isThere = problemsOf(parsedScript(view.state)).some(
    (each) => each.code === code && each.line === line && each.column === column,
  );
  if (fix === null || !isThere) return;
  const { from, to } = rangeOf(view.state.doc, problem);
  const changes = { from, to, insert: fix };
  view.dispatch({ changes, userEvent: "input.fix" });
}

class Mark extends WidgetType {
  readonly text: string;

  constructor(text: string) {
    super();
    this.text = text;
  }

  override eq(other: Mark): boolean {
    return other.text === this.text;
  }

  override toDOM(): HTMLElement {
    const mark = document.createElement("span");
    mark.className = "mark";
    mark.textContent = this.text;
    return mark;
  }
}

type LineMark = { line: number; text: string };

/** A mark for each blank line that is sent; one that is layout has none. */
export function marksOf(lines: readonly ScriptLine[]): LineMark[] {
  return lines.flatMap(({ line, kind }) => {
    const text = markOf(kind);
    return text === undefined ? [] : [{ line, text }];
  });
}

function markOf(kind: LineKind): string | undefined {
  if (kind === "dispatch") return scriptTexts.dispatches;
  if (kind === "block-end") return scriptTexts.endsBlock;
  return undefined;
}
