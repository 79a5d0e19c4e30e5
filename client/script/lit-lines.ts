/** Lines of the script that somebody points at, here or elsewhere on the page. */
import { type Extension, StateEffect, StateField, type Text } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";
import type { ScriptLine } from "../../protocol/script/script.ts";

/** Lines count from 1. */
export type Lines = { first: number; last: number };

const light = StateEffect.define<Lines | null>();

const field = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(lit, { docChanged, effects, newDoc }) {
    for (const effect of effects) if (effect.is(light)) return decorate(newDoc, effect.value);
    return docChanged ? Decoration.none : lit;
  },
  provide: (lit) => EditorView.decorations.from(lit),
});

/** `point` is told `null` once the pointer has left. */
export function litLines(
  point: (line: number | null) => void,
  click: (line: number) => void,
): Extension {
  return [
    field,
    EditorView.domEventHandlers({
      mousemove(event, view) {
        const at = view.posAtCoords({ x: event.clientX, y: event.clientY });
        point(at === null ? null : view.state.doc.lineAt(at).number);
      },
      click: (_, view) => click(view.state.doc.lineAt(view.state.selection.main.head).number),
      mouseleave: () => point(null),
    }),
  ];
}

export function lightLines(view: EditorView, lines: Lines | null): void {
  view.dispatch({ effects: light.of(lines) });
}

/** Returns `null` for a line that nothing is sent of. */
export function blockAround(lines: readonly ScriptLine[], line: number): Lines | null {
  if (!isSent(lines[line - 1])) return null;
  let first = line;
  while (isSent(lines[first - 2]) && !endsBlock(lines[first - 2])) first--;
  let last = line;
  while (!endsBlock(lines[last - 1]) && isSent(lines[last])) last++;
  return { first, last };
}

function isSent(line: ScriptLine | undefined): boolean {
  return line !== undefined && !["layout", "remark", "directive"].includes(line.kind);
}

function endsBlock(line: ScriptLine | undefined): boolean {
  return line?.kind === "dispatch" || line?.kind === "block-end";
}

function decorate(doc: Text, lines: Lines | null): DecorationSet {
  if (lines === null) return Decoration.none;
  const found = [];
  for (let line = lines.first; line <= Math.min(lines.last, doc.lines); line++) {
    found.push(Decoration.line({ class: "lit" }).range(doc.line(line).from));
  }
  return Decoration.set(found);
}
