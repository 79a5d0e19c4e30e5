/** Says how the view "This browser" looks: a table that becomes a list where there is little room. */
import { css } from "lit";

export const thisBrowserStyles = css`
  dialog {
    width: 90rem;
    max-height: 92vh;
    overflow: auto;
    container-type: inline-size;
  }
  dialog > header {
    position: sticky;
    top: -1rem;
    margin: -1rem -1.2rem 0;
    padding: 1rem 1.2rem 0;
    background: var(--panel);
    z-index: 1;
  }
  p { color: var(--ink-2); }
  .controls {
    gap: 0.5rem 0.8rem;
    margin: 0.6rem 0;
    min-height: 2.2rem;
  }
  .controls [role="status"] { color: var(--ink); }
  progress {
    accent-color: var(--accent);
    width: 10rem;
  }
  .trouble {
    margin: 0.6rem 0;
    color: var(--ink);
  }
  textarea {
    height: 8rem;
    margin-bottom: 0.6rem;
  }
  table { table-layout: fixed; }
  th,
  td {
    padding: 0.4rem 1rem 0.4rem 0;
    border-bottom: 1px solid var(--rule-2);
    vertical-align: top;
  }
  thead th {
    width: 14%;
    color: var(--ink-3);
    font-size: 0.82rem;
    border-bottom-color: var(--rule);
  }
  thead th:first-child { width: 24%; }
  thead .standard { width: auto; }
  .group th {
    padding-top: 1.1rem;
    border-bottom-color: var(--rule);
    font-weight: 670;
  }
  td:nth-child(2) { font-weight: 650; }
  td.waiting,
  td.measuring,
  td.unmeasured {
    font-weight: 400;
    color: var(--ink-3);
  }
  .mark {
    display: block;
    color: var(--wait);
    font-size: 0.88rem;
  }
  .other > * { background: var(--wait-soft); }
  .other > :first-child { box-shadow: -0.6rem 0 var(--wait-soft); }
  .other > :last-child { box-shadow: 0.6rem 0 var(--wait-soft); }
  .standard { display: var(--detail, table-cell); }
  .step {
    font-size: 0.88rem;
    color: var(--ink-3);
  }
  a { color: var(--accent); }

  @container (max-width: 62rem) {
    thead { display: none; }
    tr {
      display: grid;
      grid-template-columns: repeat(3, minmax(0, 1fr));
      gap: 0.2rem 0.9rem;
      padding: 0.6rem 0;
      border-bottom: 1px solid var(--rule-2);
    }
    th,
    td {
      padding: 0;
      border: 0;
    }
    tr > th,
    tr > .standard {
      grid-column: 1 / -1;
    }
    .standard { display: var(--detail, block); }
    .other,
    .other > * {
      background: var(--wait-soft);
      box-shadow:
        -0.6rem 0 var(--wait-soft),
        0.6rem 0 var(--wait-soft);
    }
    td[data-head]::before {
      content: attr(data-head);
      display: block;
      color: var(--ink-3);
      font-size: 0.82rem;
      font-weight: 400;
    }
  }
`;
