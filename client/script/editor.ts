/**
 * The script editor: CodeMirror 6, in a chunk of its own that comes after the first paint. It knows a
 * text and what parseScript says of it, and nothing of the page.
 */
import { history, historyKeymap, insertNewline, standardKeymap } from "@codemirror/commands";
import { nextDiagnostic } from "@codemirror/lint";
import { Annotation, EditorState, type Extension } from "@codemirror/state";
import { EditorView, highlightSpecialChars, keymap, lineNumbers } from "@codemirror/view";
import type { Problem } from "../../protocol/script/problem.ts";
import { completion } from "./completion.ts";
import { editorTheme } from "./editor-theme.ts";
import { blockAround, type Lines, lightLines, litLines } from "./lit-lines.ts";
import {
  linesOf,
  parsedScript,
  problemsOf,
  putRight,
  rangeOf,
  reading,
  untoldOf,
} from "./reading.ts";
import { scriptTexts } from "./script-texts.ts";

export type Written = {
  text: string;
  /** Line ends aside, it is the text that was opened. */
  asOpened: boolean;
  /** There are none where the script has errors. */
  eventTypes: readonly string[];
  /** They stand as one reads. */
  problems: readonly Problem[];
  /** There are so many more. */
  untold: number;
  faulty: boolean;
};

interface EditorHandlers {
  /** `open` and `write` do not call it. */
  change(written: Written): void;
  run(): void;
  help(): void;
  /** Somebody points at a line of this block; `null`: at none any more. */
  point(block: Lines | null): void;
  goTo(block: Lines): void;
}

export interface Editor {
  readonly dom: HTMLElement;
  /** There is nothing to undo in another script. */
  open(text: string): Written;
  /** It can be undone. */
  write(text: string): Written;
  goTo(problem: Problem): void;
  putRight(problem: Problem): void;
  /** Lights the block that a line is of, 0 for none. */
  light(line: number): void;
  /** The editor is of no use after it. */
  close(): void;
}

const byThePage = Annotation.define<boolean>();

/** The editor will stand in the shadow root `root`. */
export function createEditor(root: ShadowRoot, on: EditorHandlers): Editor {
  const extensions: Extension = [
    lineNumbers(),
    history(),
    highlightSpecialChars(),
    reading,
    completion,
    keys(on),
    litLines(
      (line) => on.point(line === null ? null : blockAt(line)),
      (line) => {
        const block = blockAt(line);
        if (block !== null) on.goTo(block);
      },
    ),
    EditorView.lineWrapping,
    // editable text can be focused as it is, but not every checker knows
    EditorView.contentAttributes.of({ "aria-label": scriptTexts.editor, tabindex: "0" }),
    EditorView.updateListener.of(({ docChanged, transactions }) => {
      if (docChanged && !transactions.some((each) => each.annotation(byThePage))) {
        on.change(written());
      }
    }),
    editorTheme,
  ];
  const stateOf = (text: string) => EditorState.create({ doc: text, extensions });
  const view = new EditorView({ state: stateOf(""), root });
  let opened = view.state.doc;
  let lit = 0; // a line
  const stopKeeping = keepCursorInView(view);

  function blockAt(line: number): Lines | null {
    return blockAround(linesOf(view.state), line);
  }

  function written(): Written {
    const { doc } = view.state;
    const script = parsedScript(view.state);
    return {
      text: doc.toString(),
      asOpened: doc.eq(opened),
      eventTypes: script.ok ? script.script.eventTypes : [],
      problems: problemsOf(script),
      untold: untoldOf(script),
      faulty: !script.ok,
    };
  }

  return {
    dom: view.dom,
    open(text) {
      view.setState(stateOf(text));
      opened = view.state.doc;
      return written();
    },
    write(text) {
      const { doc } = view.state;
      const insert = view.state.toText(text);
      if (!insert.eq(doc)) {
        const changes = { from: 0, to: doc.length, insert };
        view.dispatch({ changes, annotations: byThePage.of(true) });
      }
      return written();
    },
    goTo(problem) {
      const { from, to } = rangeOf(view.state.doc, problem);
      view.dispatch({ selection: { anchor: from, head: to }, scrollIntoView: true });
      view.focus();
    },
    putRight(problem) {
      putRight(view, problem);
      view.focus();
    },
    light(line) {
      if (line === lit) return;
      lit = line;
      lightLines(view, blockAt(line));
    },
    close() {
      stopKeeping();
      view.destroy();
    },
  };
}

/** The list of problems takes its room from the editor, just where somebody may be typing. */
function keepCursorInView(view: EditorView): () => void {
  const observer = new ResizeObserver(() => {
    if (!view.hasFocus) return;
    view.dispatch({ effects: EditorView.scrollIntoView(view.state.selection.main.head) });
  });
  observer.observe(view.dom);
  return () => observer.disconnect();
}

/**
 * Tab is left to the browser: nobody gets caught in the editor. Enter copies no indentation: a blank
 * before a field's name would belong to the name.
 */
function keys({ run, help }: EditorHandlers): Extension {
  const does = (act: (view: EditorView) => void) => (view: EditorView) => {
    act(view);
    return true;
  };
  return keymap.of([
    { key: "Mod-Enter", run: does(run) },
    { key: "Enter", run: insertNewline, shift: insertNewline },
    { key: "F8", run: nextDiagnostic },
    { key: "F1", run: does(help) },
    { key: "Escape", run: does(({ contentDOM }) => contentDOM.blur()) },
    ...historyKeymap,
    ...standardKeymap,
  ]);
}
