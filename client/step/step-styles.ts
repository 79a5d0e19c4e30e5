/** Says how Step is laid out, and how one moves in it. */
import { css } from "lit";
import { column } from "../styles/panel.ts";

export const stepStyles = css`
  :host {
    background: var(--panel);
    container-type: inline-size;
  }
  section {
    ${column}
    height: 100%;
    outline: 0;
  }
  h2 .detail {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  h2 select {
    padding: 0.1rem 0.3rem;
    border: 1px solid var(--control);
    border-radius: var(--radius-control);
    background: var(--panel);
    font-size: 0.88rem;
    font-weight: 400;
  }
  .growing { color: var(--live); }
  section > p,
  .dispatched p {
    padding: 0.5rem 0.9rem;
    color: var(--ink-2);
  }
  .moves {
    display: flex;
    align-items: center;
    gap: 0.4rem 0.9rem;
    padding: 0.45rem 0.9rem;
    border-bottom: 1px solid var(--rule-2);
    background: var(--paper);
  }
  .moves .buttons {
    display: flex;
    gap: 0.3rem;
  }
  .moves .button { background: var(--panel); }
  .moves .forward {
    background: var(--accent);
    border-color: var(--accent);
    color: var(--panel);
    font-weight: 650;
  }
  .moves [aria-disabled="true"] {
    background: none;
    border-color: var(--rule);
    color: var(--ink-3);
    cursor: default;
  }
  .moves input {
    flex: 1;
    min-width: 6rem;
    accent-color: var(--accent);
  }
  .place {
    display: flex;
    gap: 0 0.9rem;
    color: var(--ink-2);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .place b { color: var(--ink); }
  .parts {
    display: grid;
    grid-template-columns: minmax(0, 5fr) minmax(0, 5fr) minmax(0, 3.4fr);
    flex: 1;
    min-height: 0;
  }
  .parts > * {
    overflow: auto;
    min-height: 0;
  }
  .parts > * + * { border-left: 1px solid var(--rule); }
  h3 { font-weight: 670; }

  @container (max-width: 62rem) {
    .moves { flex-wrap: wrap; }
    .moves input { flex-basis: 14rem; }
    .moves .button { padding-inline: 0.5rem; }
    .parts { grid-template: minmax(0, 3fr) minmax(0, 2fr) / minmax(0, 1fr) minmax(0, 1fr); }
    .held { grid-area: 1 / 2 / 3; }
    .parts > .dispatched {
      border-left: 0;
      border-top: 1px solid var(--rule);
    }
  }
  @container (max-width: 44rem) {
    h2 .detail { display: none; }
    .moves .buttons {
      display: grid;
      grid-template-columns: 1fr 1fr 1fr 1.3fr;
      width: 100%;
    }
    .parts {
      display: block;
      overflow: auto;
    }
    .bytes-list { max-height: 12rem; }
    .parts > * + * {
      border-left: 0;
      border-top: 1px solid var(--rule);
    }
  }
`;
