import { css } from "lit";

/** A dialog over the page: its heading, and the text that it takes or shows. */
export const dialog = css`
  dialog {
    max-width: 92vw;
    padding: 1rem 1.2rem;
    border: 1px solid var(--rule);
    border-radius: var(--radius);
    background: var(--panel);
    color: var(--ink);
  }
  dialog::backdrop { background: rgb(0 0 0 / 40%); }
  dialog > header {
    display: flex;
    justify-content: space-between;
    align-items: start;
  }
  h2 {
    margin: 0 0 0.5rem;
    font-size: 1.15rem;
  }
  textarea {
    display: block;
    width: 100%;
    margin-top: 0.3rem;
    padding: 0.4rem 0.6rem;
    border: 1px solid var(--control);
    border-radius: var(--radius-control);
    background: var(--paper);
    color: inherit;
    font: 0.88rem/1.5 var(--font-wire);
    resize: vertical;
  }
`;
