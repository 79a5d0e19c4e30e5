/** Says how the log looks around its rows. */
import { css } from "lit";

export const logStyles = css`
  h2 { flex-wrap: wrap; }
  .chips,
  .tools {
    display: flex;
    align-items: center;
    gap: 0.4rem;
  }
  .chip {
    padding: 0 0.7rem;
    border: 1px solid var(--control);
    border-radius: 99px;
    background: none;
    line-height: 1.5;
  }
  .chip[aria-pressed="true"] {
    background: var(--accent-soft);
    border-color: var(--accent);
    color: var(--accent);
  }
  .chip[aria-pressed="true"]::before { content: "✓ " / ""; }
  .tool {
    padding: 0 0.5rem;
    border: 0;
    border-radius: var(--radius-control);
    background: none;
    line-height: 1.5;
  }
  .tool:hover { background: var(--accent-soft); }
  .tool[aria-pressed="true"] {
    background: var(--wait-soft);
    color: var(--wait);
  }
  .count {
    min-width: 4rem;
    text-align: right;
  }
  .note { font-size: 0.95rem; }
  sse-log-rows {
    flex: 1;
    min-height: 0;
  }
`;
