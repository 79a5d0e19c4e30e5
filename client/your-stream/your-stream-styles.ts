/** Says how "Your stream" looks. */
import { css } from "lit";

export const yourStreamStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    max-height: 34vh;
    background: var(--panel);
    border-bottom: 1px solid var(--rule);
  }
  h2 small {
    flex: 1;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .about {
    padding: 0.5rem 0.9rem;
    color: var(--ink-2);
  }
  ol.about {
    display: grid;
    gap: 0.3rem;
    padding-left: 2.2rem;
    list-style: decimal;
  }
  .rows {
    min-height: 0;
    overflow: auto;
  }
  th,
  td {
    padding: 0.15rem 0.9rem;
    border-bottom: 1px solid var(--rule-2);
    white-space: nowrap;
  }
  th {
    position: sticky;
    top: 0;
    background: var(--panel);
    color: var(--ink-3);
  }
  .path {
    width: 100%;
    max-width: 0;
  }
  .path button {
    display: block;
    width: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
    border: 0;
    background: none;
    padding: 0.1rem 0;
    text-align: left;
    font-family: var(--font-wire);
    color: var(--accent);
  }
  .number {
    text-align: right;
    font-variant-numeric: tabular-nums;
  }
  .picked td { background: var(--accent-soft); }
  .warn { color: var(--wait); }
  @media (max-width: 640px) {
    :host { max-height: 60vh; }
    .what { display: none; }
    th,
    td {
      padding: 0.15rem 0.4rem;
    }
  }
`;
