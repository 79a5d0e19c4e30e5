import { css } from "lit";

export const shareStyles = css`
  dialog {
    width: 36rem;
  }
  header {
    display: flex;
    justify-content: space-between;
    align-items: start;
  }
  section {
    margin-bottom: 0.9rem;
  }
  h3 {
    margin: 0;
    font-size: 0.95rem;
  }
  p {
    margin: 0.1rem 0 0;
    color: var(--ink-2);
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem;
    margin-top: 0.35rem;
  }
  .file {
    cursor: pointer;
  }
  .file:has(:focus-visible) {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  .said {
    min-height: 1.45em;
    color: var(--ink);
  }
  textarea {
    display: block;
    width: 100%;
    height: 9rem;
    margin-top: 0.4rem;
    padding: 0.4rem 0.6rem;
    border: 1px solid var(--control);
    border-radius: var(--radius-control);
    background: var(--paper);
    color: inherit;
    font: 0.85rem/1.45 var(--font-wire);
    resize: vertical;
  }
`;
