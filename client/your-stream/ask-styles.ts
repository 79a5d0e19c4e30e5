/** Says how "Ask" looks. */
import { css } from "lit";

export const askStyles = css`
  :host {
    min-height: 0;
    overflow: auto;
  }
  form {
    display: grid;
    gap: 0.5rem;
    padding: 0.55rem 0.9rem 0.7rem;
  }
  .line { gap: 0.45rem 1.1rem; }
  .first {
    flex-wrap: nowrap;
    gap: 0.5rem;
  }
  label > span,
  .line > span > span,
  h3 {
    color: var(--ink-2);
  }
  h3 {
    font-size: 0.88rem;
    font-weight: 600;
  }
  .url {
    flex: 1;
    min-width: 0;
  }
  input,
  textarea,
  select {
    border: 1px solid var(--control);
    border-radius: var(--radius-control);
    background: var(--paper);
    color: var(--ink);
    padding: 0.28rem 0.5rem;
    font: 0.9rem var(--font-wire);
  }
  select { background: var(--panel); }
  input,
  textarea {
    width: 100%;
  }
  textarea {
    min-height: 4.6rem;
    resize: vertical;
  }
  ::placeholder {
    color: var(--ink-3);
    opacity: 1;
  }
  summary {
    width: fit-content;
    color: var(--accent);
  }
  .parts {
    display: grid;
    grid-template-columns: minmax(0, 3fr) minmax(0, 2fr) minmax(0, 3fr);
    gap: 0.5rem 1.4rem;
    padding-top: 0.45rem;
  }
  .header {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr) auto;
    gap: 0.3rem;
    margin-top: 0.3rem;
  }
  .header .button { padding: 0.1rem 0.45rem; }
  pre {
    margin: 0.3rem 0;
    padding: 0.4rem 0.55rem;
    max-height: 9rem;
    overflow: auto;
    border: 1px solid var(--rule-2);
    border-radius: var(--radius-control);
    background: var(--paper);
    font: 0.82rem var(--font-wire);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .said {
    min-height: 1.4em;
    color: var(--ink-2);
  }
  .said.warn { color: var(--wait); }
  @media (max-width: 900px) {
    .parts { grid-template-columns: minmax(0, 1fr); }
  }
  @media (max-width: 640px) {
    .first { flex-wrap: wrap; }
    .url {
      order: -1;
      flex-basis: 100%;
    }
    .first .button.primary { flex: 1; }
    input,
    select,
    textarea {
      font-size: 16px; /* a phone's browser zooms in on less */
    }
  }
`;
