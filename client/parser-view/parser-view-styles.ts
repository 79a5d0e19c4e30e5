import { css } from "lit";

export const parserViewStyles = css`
  :host {
    background: var(--panel);
    container-type: inline-size;
  }
  section {
    display: flex;
    flex-direction: column;
    height: 100%;
    outline: 0;
  }
  h2 select {
    padding: 0.1rem 0.3rem;
    border: 1px solid var(--control);
    border-radius: var(--radius-control);
    background: var(--panel);
    font-size: 0.88rem;
    font-weight: 400;
  }
  .growing {
    color: var(--live);
  }
  section > p,
  .dispatched p {
    margin: 0;
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
  .moves .button {
    background: var(--panel);
  }
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
  .place b {
    color: var(--ink);
  }
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
  .parts > * + * {
    border-left: 1px solid var(--rule);
  }
  ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  h3 {
    margin: 0;
    font-size: 0.95rem;
    font-weight: 670;
  }

  /* the stream */
  .bytes-list {
    position: relative;
    padding: 0.4rem 0;
    font: 0.95rem/1.65 var(--font-wire);
  }
  .bytes-list:focus-visible {
    outline-offset: -2px;
  }
  .bytes-list li {
    display: grid;
    grid-template-columns: 1rem 3.2rem minmax(0, 1fr) auto;
    gap: 0 0.6rem;
    padding: 0 0.9rem;
  }
  .offset {
    text-align: right;
    color: var(--ink-3);
  }
  .bytes {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .read {
    color: var(--ink-3);
  }
  .read .mark {
    color: var(--live);
  }
  .to-come .bytes {
    color: var(--ink-2);
  }
  .current {
    background: var(--accent-soft);
    box-shadow: inset 3px 0 var(--accent);
  }
  .current .mark,
  .current .offset {
    color: var(--accent);
  }
  .current .bytes {
    font-weight: 650;
  }
  .kept {
    text-decoration: underline dashed var(--accent) 2px;
    text-underline-offset: 0.25em;
  }
  .outcome {
    color: var(--ink-2);
    font-family: var(--font-ui);
    font-size: 0.85rem;
  }
  .edge {
    margin-right: 0.3rem;
    padding: 0 0.35rem;
    border-left: 2px solid var(--server);
    background: color-mix(in srgb, var(--server) 12%, transparent);
    color: var(--server);
    font: 400 0.78rem var(--font-ui);
    white-space: nowrap;
  }

  .edge:empty {
    margin-right: 1px;
    padding: 0;
  }

  /* what the parser holds */
  .said {
    padding: 0.6rem 0.9rem 0.7rem;
    border-bottom: 1px solid var(--rule-2);
  }
  .said h3 {
    font-size: 1.15rem;
  }
  .said p {
    margin: 0.15rem 0 0.4rem;
  }
  blockquote {
    margin: 0;
    padding-left: 0.6rem;
    border-left: 2px solid var(--rule);
    color: var(--ink-2);
    font-size: 0.88rem;
    font-style: italic;
  }
  dl {
    margin: 0;
  }
  dl > div {
    display: grid;
    grid-template-columns: 11rem minmax(0, 1fr) auto;
    align-items: baseline;
    gap: 0 0.7rem;
    padding: 0.14rem 0.9rem;
  }
  dt {
    color: var(--ink-2);
  }
  dd,
  td {
    margin: 0;
    vertical-align: baseline;
    font-family: var(--font-wire);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  :is(dd, td) i {
    font-family: var(--font-ui);
    color: var(--ink-3);
  }
  .line {
    padding: 0.3rem 0;
    border-bottom: 1px solid var(--rule-2);
    background: var(--paper);
  }
  .line .hex {
    color: var(--ink-2);
    font-size: 0.88rem;
  }
  table {
    width: 100%;
    margin: 0.3rem 0;
    border-collapse: collapse;
  }
  th {
    width: 11.9rem;
    padding: 0.16rem 0 0.16rem 0.9rem;
    color: var(--ink-2);
    font-weight: 400;
    text-align: left;
    vertical-align: baseline;
  }
  .changed {
    background: var(--accent-soft);
    box-shadow: inset 3px 0 var(--accent);
  }
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
  .event {
    color: var(--f-event);
  }
  .id {
    color: var(--f-id);
  }
  .retry {
    color: var(--f-retry);
  }
  .comment {
    color: var(--f-comment);
  }
  .ignored {
    text-decoration: line-through;
  }

  /* what came of it */
  .dispatched h3 {
    padding: 0.6rem 0.9rem 0.4rem;
  }
  .events li {
    display: grid;
    grid-template-columns: auto auto auto minmax(0, 1fr);
    gap: 0 0.6rem;
    padding: 0.25rem 0.9rem;
    border-top: 1px solid var(--rule-2);
    font-family: var(--font-wire);
  }
  .events .number {
    color: var(--ink-3);
  }
  .events .data {
    grid-column: 1 / -1;
    overflow-wrap: anywhere;
  }
`;
