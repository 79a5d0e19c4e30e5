/** Completion as CodeMirror wants it: suggestionsAt, asked as somebody types or presses Ctrl-Space. */
import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  pickedCompletion,
} from "@codemirror/autocomplete";
import type { Extension } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import { type Suggestion, suggestionsAt } from "./suggestions.ts";

/** Tab is not among its keys: it leaves the editor. */
export const completion: Extension = autocompletion({
  override: [complete],
  icons: false,
});

function complete({ state, pos, explicit }: CompletionContext): CompletionResult | null {
  const line = state.doc.lineAt(pos);
  const column = pos - line.from;
  if (column === 0 && !explicit) return null;
  const suggestions = suggestionsAt(line.text.slice(0, column), line.text.slice(column));
  if (suggestions === null) return null;
  return {
    from: line.from + suggestions.from,
    to: line.from + suggestions.to,
    options: suggestions.options.map(option),
    filter: false, // they fit already
  };
}

function option(suggestion: Suggestion): Completion {
  const { label, meaning, insert, select } = suggestion;
  return {
    label,
    detail: meaning.replaceAll("`", ""),
    apply(view: EditorView, completion: Completion, from: number, to: number) {
      view.dispatch({
        changes: { from, to, insert },
        selection: { anchor: from + select[0], head: from + select[1] },
        userEvent: "input.complete",
        annotations: pickedCompletion.of(completion),
        scrollIntoView: true,
      });
    },
  };
}
