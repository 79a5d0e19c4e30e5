/** The page's tokens in the places that CodeMirror has for colours and sizes; so it follows the theme. */
import { EditorView } from "@codemirror/view";

const WAVE = { textDecorationLine: "underline", textDecorationThickness: "1.5px" };

export const editorTheme = EditorView.theme({
  "&": { height: "100%", color: "var(--f-data)" },
  "&.cm-focused": { outline: "2px solid var(--accent)", outlineOffset: "-2px" },
  ".cm-scroller": { font: "0.88rem/1.5 var(--font-wire)" },
  ".cm-content": { padding: "0.3rem 0", caretColor: "var(--ink)" },
  ".cm-line": { padding: "0 0.9rem 0 0" },
  ".cm-gutters": {
    backgroundColor: "transparent", // the focus ring shows through
    color: "var(--ink-3)",
    "&.cm-gutters-before": { border: "0" },
  },
  ".cm-lineNumbers .cm-gutterElement": { minWidth: "2.6rem", padding: "0 0.9rem 0 0" },

  ".cm-line.event": { color: "var(--f-event)" },
  ".cm-line.id": { color: "var(--f-id)" },
  ".cm-line.retry": { color: "var(--f-retry)" },
  ".cm-line.comment, .cm-line.remark": { color: "var(--f-comment)", fontStyle: "italic" },
  ".cm-line.unknown-field": { color: "var(--f-comment)" },
  ".cm-line.directive": { color: "var(--directive)", fontWeight: "600" },
  ".cm-line.lit": { backgroundColor: "var(--accent-soft)" },
  ".mark": {
    paddingLeft: "1rem",
    color: "var(--ink-3)",
    fontStyle: "italic",
    fontSize: "0.85rem",
    lineHeight: "1", // its line is as high as any other
    userSelect: "none",
  },
  ".cm-specialChar": { color: "var(--wait)" },

  // red is for what was held back
  ".cm-lintRange": { backgroundImage: "none", paddingBottom: "0" },
  ".cm-lintRange-error": {
    ...WAVE,
    textDecorationStyle: "wavy",
    textDecorationColor: "var(--wait)",
    backgroundColor: "var(--wait-soft)",
  },
  ".cm-lintRange-warning": {
    ...WAVE,
    textDecorationStyle: "dotted",
    textDecorationColor: "var(--wait)",
  },
  ".cm-lintRange-active": { backgroundColor: "var(--accent-soft)" },
  ".cm-lintPoint:after": { borderBottomColor: "var(--wait)" },

  ".cm-tooltip": {
    border: "1px solid var(--control)",
    borderRadius: "var(--radius-control)",
    backgroundColor: "var(--panel)",
    color: "var(--ink)",
    overflow: "hidden",
  },
  ".cm-tooltip.cm-tooltip-hover, .cm-tooltip.cm-tooltip-lint": { maxWidth: "min(30rem, 95vw)" },
  ".cm-diagnostic": { padding: "0.35rem 0.7rem", borderLeft: "4px solid var(--wait)" },
  ".cm-diagnosticAction": {
    border: "1px solid var(--control)",
    borderRadius: "var(--radius-control)",
    backgroundColor: "var(--panel)",
    color: "var(--ink)",
  },
  ".cm-diagnostic code": { fontFamily: "var(--font-wire)", fontSize: "0.95em" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": {
    minWidth: "16rem",
    maxWidth: "min(26rem, 95vw)",
    maxHeight: "16rem",
    font: "0.88rem/1.4 var(--font-wire)",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": {
    padding: "0.2rem 0.7rem",
    lineHeight: "1.4",
    whiteSpace: "normal",
  },
  ".cm-tooltip-autocomplete ul li[aria-selected]": {
    backgroundColor: "var(--accent-soft)",
    color: "var(--ink)",
  },
  ".cm-completionLabel": { color: "var(--directive)", fontWeight: "600" },
  ".cm-completionDetail": {
    display: "block",
    margin: "0",
    fontFamily: "var(--font-ui)",
    fontStyle: "normal",
    color: "var(--ink-2)",
  },
});
