import { css } from "lit";

/** Styles the head of a panel: its name, a word on it that stands back, and its controls in one line. */
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
  .enlarge {
    display: var(--no-step, inline-block);
    padding: 0 0.3rem;
  }
  @media (max-width: 640px) {
    .enlarge { display: none; } /* one part has the screen as it is */
  }
`;

/** Its parts stand below each other, and one of them may scroll. */
export const column = css`
  display: flex;
  flex-direction: column;
  min-height: 0;
`;

/** What is chosen among others like it, or pointed at elsewhere. */
export const marked = css`
  background: var(--accent-soft);
  box-shadow: inset 3px 0 var(--accent);
`;

/** Styles figures in a line, each behind its name. */
export const facts = css`
  dl {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.3rem;
    white-space: nowrap;
  }
  dl div {
    display: flex;
    gap: 0.35em;
  }
  dd {
    color: var(--ink);
    font-family: var(--font-wire);
    font-weight: 600;
  }
`;

/** A part of the page that gives the rest of its height to what scrolls in it. */
export const pane = css`
  :host {
    ${column}
    container-type: inline-size;
  }
  section {
    ${column}
    flex: 1;
  }
`;
