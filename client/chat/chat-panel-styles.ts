/** Says how the question looks, asked here or recorded. */
import { css } from "lit";

export const chatPanelStyles = css`
  :host {
    flex: 1;
    min-height: 0;
    overflow: auto;
    padding: 0.6rem 0.9rem;
    font-size: 0.92rem;
  }
  form,
  .fields {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-items: center;
    gap: 0.4rem 0.7rem;
  }
  label,
  .label {
    color: var(--ink-2);
  }
  textarea {
    width: 100%;
    padding: 0.25rem 0.5rem;
    border: 1px solid var(--control);
    border-radius: var(--radius-control);
    background: var(--paper);
    color: var(--ink);
    font: inherit;
    resize: vertical;
  }
  select {
    min-width: 0;
    width: 100%;
    padding: 0.1rem 0.3rem;
    background: var(--panel);
    color: var(--ink);
  }
  .said {
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
  .line {
    display: flex;
    gap: 0.6rem;
  }
  @media (min-width: 1280px) {
    .ask {
      display: none; /* the header's stands in view, and is the only one */
    }
  }
  .demo {
    padding: 0 0.4rem;
    border: 1px solid var(--wait);
    border-radius: 99px;
    color: var(--wait);
    background: var(--wait-soft);
    font-size: 0.85em;
    font-weight: 650;
  }
  .why {
    grid-column: 1 / -1;
    margin: 0.1rem 0 0;
    color: var(--ink-2);
    font-size: 0.95em;
  }
  .wrong {
    color: var(--held);
    border-color: var(--held);
  }
  .offer,
  .trouble {
    margin: 0 0 0.6rem;
    padding: 0.45rem 0.7rem;
  }
  .offer {
    border-radius: var(--radius);
    background: var(--accent-soft);
  }
`;
