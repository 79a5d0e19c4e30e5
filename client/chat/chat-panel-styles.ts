import { css } from "lit";

export const panelStyles = css`
  :host {
    flex: 1;
    min-height: 0;
    overflow: auto;
    padding: 0.6rem 0.9rem;
    font-size: 0.92rem;
  }
  form {
    display: grid;
    gap: 0.45rem;
  }
  .prompt {
    display: grid;
    gap: 0.2rem;
    color: var(--ink-2);
  }
  textarea {
    width: 100%;
    padding: 0.35rem 0.55rem;
    border: 1px solid var(--control);
    border-radius: var(--radius-control);
    background: var(--paper);
    color: var(--ink);
    font: inherit;
    resize: vertical;
  }
  .line,
  .choice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.35rem 0.8rem;
  }
  label {
    color: var(--ink-2);
  }
  select {
    min-width: 0;
    max-width: 100%;
    padding: 0.1rem 0.4rem;
    background: var(--panel);
    color: var(--ink);
  }
  .choice {
    gap: 0.1rem 0.5rem;
    padding-top: 0.4rem;
    border-top: 1px solid var(--rule-2);
  }
  .choice select {
    flex: 1 1 11rem;
  }
  .model {
    color: var(--ink-2);
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
    margin: -0.2rem 0 0;
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
    border-radius: var(--radius);
    background: var(--accent-soft);
  }
  .trouble {
    border: 1px solid var(--wait);
    background: var(--wait-soft);
  }
`;
