/** Says how Break it looks: over the log, in columns or below each other. */
import { css } from "lit";
import { column } from "../styles/panel.ts";

/** It stands over the log, so that path, verdict, timeline and lanes show what happens. */
const place = css`
  :host {
    position: absolute;
    inset: 0;
    z-index: 1;
    grid-row: var(--faults-from, 5) / 6;
    border-top: 1px solid var(--rule);
    background: var(--panel);
    container-type: inline-size;
  }
  @media (max-width: 1279px) {
    :host { grid-row: 4 / 6; }
  }
  @media (max-width: 640px) {
    :host {
      position: fixed;
      inset: auto 0 calc(3.3rem + env(safe-area-inset-bottom));
      height: 48vh;
      border-top: 2px solid var(--accent);
    }
  }
`;

/** The narrower it is, the more stands below each other. */
const narrow = css`
  @container (max-width: 80rem) {
    thead th {
      height: 2lh;
      line-height: 1.2;
      vertical-align: bottom;
      white-space: normal;
    }
    .body {
      display: flex;
      flex-direction: column-reverse;
    }
    .choice { flex: 1; }
    .history {
      flex: none;
      height: 2.1rem;
      border: 0;
      border-bottom: 1px solid var(--rule);
    }
    .history h3 { display: none; }
    .history p {
      display: inline;
      margin-right: 0.5rem;
    }
  }
  @container (max-width: 60rem) {
    tr {
      display: grid;
      grid-template-columns: 1fr 1fr;
      padding-bottom: 0.25rem;
    }
    tbody th {
      grid-column: 1 / -1;
      width: auto;
    }
    td {
      width: auto;
      padding-left: 0.9rem;
    }
    thead { display: none; }
    h2 {
      flex-wrap: wrap;
      row-gap: 0;
    }
    .offer {
      order: 1;
      flex: 1 0 100%;
      font-size: 0.88rem;
    }
    .to { margin-left: auto; }
    td > div::before {
      content: attr(data-lane) ": ";
      color: var(--ink);
    }
  }
  @container (max-width: 40rem) {
    tr { grid-template-columns: 1fr; }
    /* where no pointer rests, and no tooltip has the rest of it */
    td > div {
      display: block;
      height: auto;
      min-height: 2lh;
    }
    .history { height: 3.4rem; }
  }
`;

export const breakItStyles = css`
  ${place}
  section {
    ${column}
    height: 100%;
  }
  section:focus-visible { outline: 0; }
  h2 { padding-block: 0.1rem; }
  .to {
    display: inline-flex;
    align-items: center;
    gap: 0.5rem;
  }
  .body {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 16rem;
    flex: 1;
    min-height: 0;
  }
  .choice,
  .history {
    min-height: 0;
    overflow: auto;
  }
  /* nothing moves under a pointer: each line and row is as high as it can become */
  .offer {
    display: flex;
    align-items: center;
    flex: 1;
    gap: 0.6rem;
    min-width: 0;
    height: 1.75rem;
    font-weight: 400;
    font-size: 0.95rem;
    color: var(--ink-2);
  }
  .offer > span {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  td > div {
    display: -webkit-box;
    height: 2lh;
    overflow: hidden;
    line-height: 1.3;
    -webkit-box-orient: vertical;
    -webkit-box-pack: center;
    -webkit-line-clamp: 2;
  }
  .offer .button {
    flex: none;
    line-height: 1.3;
    padding-block: 0.05rem;
    background: var(--panel);
  }
  table { font-size: 0.9rem; }
  th {
    padding: 0.1rem 0.9rem 0.1rem 0;
    white-space: nowrap;
  }
  thead th {
    max-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    color: var(--ink-2);
  }
  tbody th,
  thead th:first-child {
    padding-left: 0.9rem;
  }
  tbody th { width: 1%; }
  tbody tr { border-top: 1px solid var(--rule-2); }
  tbody .button {
    min-width: 8rem;
    margin-right: 0.3rem;
    padding: 0.02rem 0.7rem;
  }
  th small { color: var(--ink-3); }
  td {
    width: 50%;
    padding: 0.1rem 0.9rem 0.1rem 0;
    color: var(--ink-2);
    text-wrap: pretty;
  }
  .state {
    margin-left: 0.4rem;
    color: var(--ink-3);
  }
  .state.open,
  .came-true {
    color: var(--live);
  }
  .state.failed,
  .state.waiting,
  .failed,
  .refused {
    color: var(--wait);
  }
  .not,
  .when {
    color: var(--ink-3);
  }
  .history {
    padding: 0.15rem 0.9rem;
    border-left: 1px solid var(--rule);
    background: var(--paper);
    font-size: 0.9rem;
  }
  h3 {
    font-size: 1em;
    font-weight: 400;
    color: var(--ink-2);
  }
  li { padding: 0.15rem 0; }
  h3 ~ ol li { border-top: 1px solid var(--rule-2); }
  ${narrow}
`;
