/** Says how a lane looks: its heading, its figures and the table of its events. */
import { css } from "lit";
import { marked } from "../styles/panel.ts";

export const laneStyles = css`
  :host { background: var(--panel); }
  h2 {
    min-height: var(--lane-head, 2.7rem);
    padding-block: 0.15rem;
  }
  h2 small {
    display: var(--detail, inline);
    flex: 99 1 0; /* it has what the state leaves */
    min-width: 0;
  }
  h2 small span {
    display: block;
    max-width: max(0px, (100% - 5rem) * 999); /* a few letters say nothing: then none */
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .buttons {
    display: var(--detail, inline-flex);
    gap: 0.4rem;
  }
  .small { padding: 0 0.6rem; }
  .small[aria-pressed="true"] {
    border-color: var(--accent);
    background: var(--accent-soft);
    color: var(--ink);
  }
  .small[aria-pressed="true"]::before { content: "✓ " / ""; }
  .connect { display: var(--live-only, inline-block); }
  .state {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    padding: 0.1rem 0.6rem;
    border: 1px solid var(--tone, var(--control));
    border-radius: 99px;
    font: 0.82rem/1.15 var(--font-ui);
    white-space: normal; /* two lines have room in the head, so nothing moves by it */
    text-wrap: balance;
    color: var(--tone, var(--ink-2));
  }
  .state,
  .state span {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .state.open { --tone: var(--live); }
  .state.waiting { --tone: var(--wait); }
  .state.failed { --tone: var(--held); }
  .facts {
    display: var(--detail, flex);
    flex-wrap: wrap;
    align-items: start;
    gap: 0.3rem 0.6rem;
    padding: 0.4rem 0.9rem;
    border-bottom: 1px solid var(--rule-2);
    font-size: 0.9rem;
    color: var(--ink-2);
  }
  .facts p,
  dl {
    flex: 1 1 12rem;
  }
  dd {
    max-width: 7rem;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .events {
    isolation: isolate; /* its heads lie over nothing else */
    flex: 1;
    min-height: 0;
    overflow: auto;
  }
  table {
    table-layout: fixed;
    font: 0.92rem/1.5 var(--font-wire);
  }
  th {
    position: sticky;
    top: 0;
    padding: var(--row-padding, 0.25rem) 0.4rem;
    background: var(--panel);
    font: 500 0.82rem var(--font-ui);
    color: var(--ink-3);
  }
  thead th {
    z-index: 1; /* over the heads of attempts that are scrolled below it */
  }
  tr[aria-current] { ${marked} }
  td {
    padding: var(--row-padding, 0.16rem) 0.4rem;
    border-top: 1px solid var(--rule-2);
    overflow: clip;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  th:first-child,
  td:first-child {
    width: var(--type, 9rem);
    padding-left: 0.9rem;
  }
  th:nth-child(2),
  td:nth-child(2) {
    width: var(--id, 5rem);
  }
  th:last-child,
  td:last-child {
    width: var(--lag, 8rem);
    padding-right: 0.9rem;
    text-align: right;
  }
  tr:has(> th[scope="rowgroup"]) { display: var(--detail, table-row); }
  th[scope="rowgroup"] {
    top: auto;
    bottom: 0;
    padding: 0.2rem 0.9rem;
    background: var(--paper);
    box-shadow: inset 0 1px var(--rule); /* a border would not go with it */
    color: var(--ink-2);
    line-height: 1.5;
    text-align: left;
  }
  @media (max-height: 800px) {
    tbody:not(:last-child) th[scope="rowgroup"] {
      position: static; /* or the heads would leave no room for events */
    }
  }
  .attempt {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.9rem;
    font-variant-numeric: tabular-nums;
  }
  .attempt b { color: var(--ink); }
  .type { color: var(--f-event); }
  .id { color: var(--f-id); }
  .data {
    color: var(--f-data);
    white-space: pre; /* a space is data */
  }
  .data i {
    white-space: normal;
    color: var(--ink-3);
  }
  .data i::before { content: "⏎" / ""; }
  .held {
    color: var(--held);
    font-weight: 650;
  }
  .note { font-size: 0.95rem; }
  @media (max-width: 1023px) {
    h2 { flex-wrap: wrap; }
    h2 small { display: none; }
  }
  /* a lane is narrow in a small window, and where script or type is large: data is the last to give way */
  @container (max-width: 40rem) {
    table {
      --type: 6.5rem;
      --id: 3.5rem;
      --lag: 6.5rem;
    }
  }
  /* two lines for the state, and no more: its number is in the title, and in the head of the attempt */
  @container (max-width: 36rem) {
    .ready-state { display: var(--roomy, none); }
  }
  /* beside a step: the state has a line of its own, which is there before it */
  @container (max-width: 24rem) {
    h2 { flex-wrap: wrap; }
    h2 small,
    .ready-state { display: none; }
    h2::after {
      content: "";
      flex: 0 0 100%;
      order: 1;
    }
    .state { order: 2; }
  }
  @container (max-width: 23rem) {
    table {
      --type: 4.6rem;
      --id: 2rem;
      --lag: 5.4rem;
    }
    th:last-child,
    td:last-child {
      padding-left: 0;
    }
  }
`;
