import { css } from "lit";

/** What every element shares: box model, focus ring, buttons, the wire's font. */
export const base = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :host {
    display: block;
    min-width: 0;
  }
  :host([hidden]),
  [hidden] {
    display: none;
  }
  button,
  select,
  input {
    font: inherit;
    color: inherit;
  }
  button:not(:disabled),
  select {
    cursor: pointer;
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  code,
  .wire {
    font-family: var(--font-wire);
    font-size: 0.95em;
  }
  h1,
  h2,
  h3,
  p,
  dl,
  dd {
    margin: 0;
  }
  ul,
  ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  h3 { font-size: 0.95rem; }
  table {
    width: 100%;
    border-collapse: collapse;
  }
  th {
    font-weight: 400;
    text-align: left;
  }
  summary { cursor: pointer; }
  .trouble {
    padding: 0.5rem 0.9rem;
    border: 1px solid var(--wait);
    border-radius: var(--radius);
    background: var(--wait-soft);
  }
  .button {
    border: 1px solid var(--control);
    border-radius: var(--radius-control);
    background: none;
    padding: 0.28rem 0.7rem;
    white-space: nowrap;
  }
  .button:hover:not(:disabled) { background: var(--accent-soft); }
  .button.quiet {
    border-color: transparent;
    color: var(--ink-2);
  }
  .button.primary {
    background: var(--accent);
    border-color: var(--accent);
    color: var(--panel);
    font-weight: 650;
    padding: 0.32rem 1.1rem;
  }
  .button.primary:hover:not(:disabled) {
    background: color-mix(in oklab, var(--accent), var(--ink) 18%);
  }
  .button.pointed {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }
  .button:disabled {
    background: none;
    color: var(--ink-3);
    border-color: var(--rule);
    cursor: not-allowed;
  }
  .bare {
    padding: 0;
    border: 0;
    background: none;
  }
  .small {
    font-weight: 400;
    font-size: 0.88rem;
    color: var(--ink-2);
  }
  .note {
    padding: 0.5rem 0.9rem;
    color: var(--ink-2);
  }
  /* its parts stand beside each other, in as many lines as they need */
  .flow {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4rem;
  }
  kbd {
    font: 0.78rem var(--font-wire);
    border: 1px solid currentColor;
    border-radius: 4px;
    padding: 0 0.3em;
    opacity: 0.85;
  }
  /* where nobody has keys, none is mentioned */
  @media (hover: none), (pointer: coarse) {
    kbd { display: none; }
  }
  .icon {
    width: 0.85em;
    height: 0.85em;
    vertical-align: -0.06em;
    flex: none;
  }
  .grow { flex: 1; }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
