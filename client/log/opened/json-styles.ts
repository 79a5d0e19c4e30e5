import { css } from "lit";

export const jsonStyles = css`
  :host {
    font: 0.92rem/1.5 var(--font-wire);
  }
  summary {
    cursor: pointer;
    color: var(--ink-2);
  }
  small {
    font-family: var(--font-ui);
    color: var(--ink-2);
  }
  ul {
    margin: 0;
    padding: 0 0 0 1rem;
    border-left: 1px solid var(--rule);
    list-style: none;
  }
  li {
    overflow-wrap: anywhere;
  }
  b {
    font-weight: 400;
    color: var(--ink-2);
  }
  p {
    margin: 0;
    color: var(--wait);
  }
  .button {
    padding: 0 0.4rem;
    font: 0.85rem var(--font-ui);
  }
`;
