/** Says how the filter of the log looks. */
import { css } from "lit";

export const filterBarStyles = css`
  [role="search"] {
    gap: 0.3rem 0.6rem;
    padding: 0.35rem 0.9rem;
    border-bottom: 1px solid var(--rule-2);
    background: var(--paper);
    font-size: 0.88rem;
  }
  input,
  select {
    min-width: 0;
    padding: 0.15rem 0.5rem;
    border: 1px solid var(--control);
    border-radius: var(--radius-control);
    background: var(--panel);
  }
  input {
    flex: 1 1 14rem;
    max-width: 28rem;
    font-family: var(--font-wire);
  }
  input[aria-invalid="true"] { border-color: var(--wait); }
  .button { padding: 0.1rem 0.5rem; }
  p {
    flex-basis: 100%;
    color: var(--wait);
  }
`;
