import { css } from "lit";

export const openedStyles = css`
  ul {
    margin: 0;
    padding: 0 0 0 0.9rem;
    border-left: 2px solid var(--rule);
    list-style: none;
  }
  li {
    overflow-wrap: anywhere;
  }
  .wire,
  sse-long-text {
    white-space: pre-wrap;
  }
  small,
  p {
    margin: 0 0 0 0.6rem;
    font: 0.9rem var(--font-ui);
    color: var(--ink-2);
  }
  .button {
    padding: 0 0.5rem;
    font: 0.88rem var(--font-ui);
  }
  sse-json-tree {
    margin: 0.2rem 0 0 0.9rem;
  }
`;
