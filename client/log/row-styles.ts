/** Says how the rows of the log look, and which columns they have where there is little room. */
import { css } from "lit";
import { marked } from "../styles/panel.ts";

export const rowStyles = css`
  :host { position: relative; }
  .grid {
    --columns: 4.2rem var(--who, 7.2rem) 9.4rem minmax(0, 1fr) minmax(0, 1.6fr);
    display: flex;
    flex-direction: column;
    height: 100%;
    font: 0.92rem/1.5rem var(--font-wire);
  }
  .grid.lanes {
    --columns: 4.2rem var(--who, 7.2rem) 6.2rem 9.4rem minmax(0, 1fr) minmax(0, 1.6fr);
  }
  .grid:focus-visible { outline-offset: -2px; }
  .rows {
    flex: 1;
    min-height: 0;
    overflow: auto;
    overflow-anchor: none;
    scrollbar-gutter: stable;
  }
  .heads {
    overflow: hidden;
    scrollbar-gutter: stable; /* the columns stand below their names */
    border-bottom: 1px solid var(--rule-2);
    font: 500 0.82rem/1.5 var(--font-ui);
    color: var(--ink-3);
  }
  .heads > :first-child { text-align: right; }
  [data-index] { cursor: pointer; }
  .row {
    display: grid;
    grid-template-columns: var(--columns);
    gap: 0 0.9rem;
    padding: 0 1rem;
    white-space: nowrap;
  }
  .row > * {
    overflow: clip; /* hidden would make of each cell something that can be scrolled */
    text-overflow: ellipsis;
  }
  .server { background: color-mix(in srgb, var(--rule-2) 40%, transparent); }
  /* an address has more room */
  .watched { --who: 11.5rem; }
  .server .whose { color: var(--server); }
  .row[aria-current] { ${marked} }
  .row[aria-selected="true"] { ${marked} }
  .row[aria-selected="true"] > * {
    white-space: normal;
    overflow-wrap: anywhere;
  }
  .at {
    text-align: right;
    color: var(--ink-2);
  }
  .says,
  .lane {
    font-family: var(--font-ui);
    color: var(--ink-2);
  }
  .says { white-space: normal; }
  .says.repeated {
    color: var(--ink-3);
    white-space: nowrap;
  }
  .says code {
    line-height: 1; /* else it makes its row a little higher than the others */
  }
  .what {
    position: relative;
    padding-left: 0.9rem;
    margin-left: -0.9rem;
  }
  .what button {
    position: absolute;
    left: -0.15rem;
    width: 1.05rem;
    color: var(--ink-2);
    line-height: inherit;
  }
  .what button::before { content: "▸" / ""; }
  .what button[aria-expanded="true"]::before { content: "▾" / ""; }
  .content { white-space: pre; }
  .row[aria-selected="true"] > .content {
    white-space: pre-wrap; /* each space is a byte */
  }
  .row[aria-selected="true"] :is(.comment, .ignored) {
    color: var(--ink-2); /* on the selection's colour the paler one is too pale */
  }
  sse-opened-row {
    cursor: auto;
    grid-column: 2 / -1;
    padding: 0.1rem 0 0.4rem;
    white-space: normal;
  }
  .follow {
    position: absolute;
    right: 1.2rem;
    bottom: 0.7rem;
    background: var(--panel);
  }
  @container (max-width: 1100px) {
    .grid { --columns: 3.6rem var(--who, 7rem) 8.4rem minmax(0, 1fr) minmax(0, 1.7fr); }
    .grid.lanes {
      --columns: 3.6rem var(--who, 7rem) 2.6rem 8.4rem minmax(0, 1fr) minmax(0, 1.7fr);
    }
    .lane span { display: none; }
    .lane::before { content: attr(data-short); }
  }
  @container (max-width: 640px) {
    .grid { --columns: 3.8rem var(--who, 6.8rem) minmax(0, 1fr); }
    .grid.lanes { --columns: 3.8rem var(--who, 6.8rem) 2.6rem minmax(0, 1fr); }
    .row {
      gap: 0 0.6rem;
      padding: 0 0.7rem;
    }
    .row > .what,
    .row > .says,
    .heads > :last-child {
      display: none;
    }
    .row[aria-selected="true"] > .what,
    .row[aria-selected="true"] > .says {
      display: block;
      order: 1;
      grid-column: 2 / -1;
      margin-left: 0;
    }
    .row > sse-opened-row {
      order: 1;
      grid-column: 1 / -1;
    }
  }
`;
