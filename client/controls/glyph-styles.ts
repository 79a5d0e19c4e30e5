import { css } from "lit";

/** What stands in for bytes that do not show, and the edges between pieces. */
export const glyphStyles = css`
  .glyph {
    margin: 0 1px;
    padding: 0 0.2em;
    border: 1px solid var(--rule);
    border-radius: 3px;
    background: var(--rule-2);
    color: var(--ink-2);
    font-size: 0.78em;
  }
  .glyph:is(.invalid, .begun, .rest) {
    border-color: var(--wait);
    background: var(--wait-soft);
    color: var(--wait);
  }
  .edge {
    margin: 0 1px 0 3px;
    padding-left: 0.2em;
    border-left: 2px solid var(--accent);
    color: var(--accent);
    font-size: 0.78em;
    vertical-align: super;
    line-height: 1;
  }
`;
