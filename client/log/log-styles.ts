/** How the log looks around its rows. */
import { css } from "lit";

export const logStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
    container-type: inline-size;
  }
  section {
    display: flex;
    flex-direction: column;
    flex: 1;
    min-height: 0;
  }
  h2 {
    flex-wrap: wrap;
  }
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
    font-size: 0.88rem;
    font-weight: 400;
    line-height: 1.5;
    color: var(--ink-2);
  }
  .chip[aria-pressed="true"] {
    background: var(--accent-soft);
    border-color: var(--accent);
    color: var(--accent);
  }
  .chip[aria-pressed="true"]::before {
    content: "✓ " / "";
  }
  .tool {
    padding: 0 0.5rem;
    border: 0;
    border-radius: var(--radius-control);
    background: none;
    font-size: 0.88rem;
    font-weight: 400;
    line-height: 1.5;
    color: var(--ink-2);
  }
  .tool:hover {
    background: var(--accent-soft);
  }
  .tool[aria-pressed="true"] {
    background: var(--wait-soft);
    color: var(--wait);
  }
  .enlarge {
    display: var(--no-step, inline-block);
    padding: 0 0.3rem;
  }
  .count {
    min-width: 4rem;
    text-align: right;
  }
  p {
    padding: 0.5rem 0.9rem;
    color: var(--ink-2);
    font-size: 0.95rem;
  }
  sse-log-rows {
    flex: 1;
    min-height: 0;
  }
  @media (max-width: 640px) {
    .enlarge {
      display: none; /* one part has the screen as it is */
    }
  }
`;
