import { css } from "lit";

/** A dialog over the page, and its heading. */
export const dialog = css`
  dialog {
    max-width: 92vw;
    padding: 1rem 1.2rem;
    border: 1px solid var(--rule);
    border-radius: var(--radius);
    background: var(--panel);
    color: var(--ink);
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 40%);
  }
  h2 {
    margin: 0 0 0.5rem;
    font-size: 1.15rem;
  }
`;
