/** Says how it looks what the parser holds, and what came of it. */
import { css } from "lit";
import { marked } from "../styles/panel.ts";

export const stateStyles = css`
  .said {
    padding: 0.6rem 0.9rem 0.7rem;
    border-bottom: 1px solid var(--rule-2);
  }
  .said h3 { font-size: 1.15rem; }
  .said p { margin: 0.15rem 0 0.4rem; }
  .said .step {
    margin-bottom: 0;
    padding-left: 0.6rem;
    border-left: 2px solid var(--rule);
    color: var(--ink-2);
    font-size: 0.88rem;
  }
  .step q { font-style: italic; }
  .step a { color: inherit; }
  dl > div {
    display: grid;
    grid-template-columns: 11.4rem minmax(0, 1fr);
    align-items: baseline;
    gap: 0 0.7rem;
    padding: 0.14rem 0.9rem;
  }
  dt { color: var(--ink-2); }
  dd,
  td {
    vertical-align: baseline;
    font-family: var(--font-wire);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  :is(dd, td) i {
    white-space: nowrap;
    font-family: var(--font-ui);
    color: var(--ink-3);
  }
  .line {
    padding: 0.3rem 0;
    border-bottom: 1px solid var(--rule-2);
    background: var(--paper);
  }
  .line div:has(.hex) { display: var(--detail, grid); }
  .line .hex {
    color: var(--ink-2);
    font-size: 0.88rem;
  }
  table { margin: 0.3rem 0; }
  th {
    width: 11.9rem;
    padding: 0.16rem 0 0.16rem 0.9rem;
    color: var(--ink-2);
    vertical-align: baseline;
  }
  .changed { ${marked} }
  .changed th {
    color: var(--ink);
    font-weight: 650;
  }
  td.change {
    width: 6.5rem;
    padding-right: 0.9rem;
  }
  .change {
    color: var(--accent);
    font: 650 0.88rem var(--font-ui);
    text-align: right;
    white-space: nowrap;
  }
  .dispatched h3 { padding: 0.6rem 0.9rem 0.4rem; }
  .events li {
    display: grid;
    grid-template-columns: auto auto auto minmax(0, 1fr);
    gap: 0 0.6rem;
    padding: 0.25rem 0.9rem;
    border-top: 1px solid var(--rule-2);
    font-family: var(--font-wire);
  }
  .events .number { color: var(--ink-3); }
  .events .data {
    grid-column: 1 / -1;
    overflow-wrap: anywhere;
  }
`;
