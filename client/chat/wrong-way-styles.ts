/** Says how what a wrong way lost and made up is marked in the answer. */
import { css } from "lit";

export const wrongWayStyles = css`
  section {
    margin: 0.2rem 0.9rem 0.5rem;
    padding: 0.4rem 0.7rem;
    border: 1px solid var(--held);
    border-radius: var(--radius-control);
    background: var(--panel);
  }
  h3 {
    display: var(--detail, block);
    margin: 0 0 0.2rem;
    color: var(--held);
    font-weight: 670;
  }
  p {
    margin: 0.2rem 0;
    color: var(--ink-2);
    font-size: 0.92rem;
  }
  b { color: var(--held); }
  .text {
    line-height: 1.55;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  del {
    color: var(--held);
    text-decoration-thickness: 2px;
  }
  ins {
    border-radius: 3px;
    background: var(--held-soft);
    color: var(--held);
    font-family: var(--font-wire);
    font-size: 0.9em;
    text-decoration: underline wavy;
  }
`;
