/** How the head of a panel looks. */
import { css } from "lit";

/** The head of a panel: its name, a word on it that stands back, and its controls in one line. */
export const panel = css`
  h2 {
    display: flex;
    align-items: center;
    gap: 0.3rem 0.6rem;
    padding: var(--head-padding, 0.45rem) 0.9rem;
    border-bottom: 1px solid var(--rule-2);
    font-size: 0.95rem;
    font-weight: 670;
    white-space: nowrap;
  }
  h2 small {
    font-weight: 400;
    font-size: 0.88rem;
    color: var(--ink-3);
  }
`;
