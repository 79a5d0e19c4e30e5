import { css } from "lit";

export const timelineStyles = css`
  :host {
    position: relative;
    font-size: min(1rem, 17px); /* a projector's type would leave no room for time */
  }
  svg {
    display: block;
    width: 100%;
    font: 0.857em var(--font-wire);
    touch-action: pan-y;
  }
  .label {
    fill: var(--ink-2);
  }
  .rail {
    stroke: var(--rule);
    stroke-width: 1.5;
  }
  .tick {
    fill: var(--ink-3);
    font-size: 0.92em;
    text-anchor: middle;
  }
  .label.empty {
    fill: var(--ink-3);
  }
  .written {
    fill: var(--panel);
    stroke: var(--ink);
    stroke-width: 2;
  }
  .number {
    fill: var(--ink);
    font-size: 0.92em;
    font-weight: 700;
    text-anchor: middle;
  }
  .way {
    stroke: var(--live);
    stroke-width: 1.5;
    opacity: 0.7;
  }
  .way.held {
    stroke: var(--held);
    stroke-width: 2;
    opacity: 0.8;
  }
  .arrived,
  .summary {
    fill: var(--live);
  }
  .arrived.held,
  .summary.held {
    fill: var(--held);
  }
  .summary {
    font-weight: 700;
  }
  .beside {
    /* a rail runs under the words */
    paint-order: stroke;
    stroke: var(--paper);
    stroke-width: 4px;
  }
  .below {
    text-anchor: end;
  }
  .head {
    fill: none;
    stroke: var(--accent);
    stroke-width: 2;
  }
  .head-label {
    fill: var(--accent);
    font-size: 0.84em;
    paint-order: stroke;
    stroke: var(--paper);
    stroke-width: 3px;
  }
  .end {
    stroke: var(--ink);
    stroke-width: 3;
  }
  .end-label {
    fill: var(--ink);
    font-weight: 700;
  }
  .pointer {
    stroke: var(--accent);
    stroke-dasharray: 3 3;
  }
  .now {
    stroke: var(--ink-3);
    stroke-dasharray: 2 4;
  }
  output {
    position: absolute;
    top: 0;
    padding: 0.15rem 0.5rem;
    border: 1px solid var(--control);
    border-radius: var(--radius-control);
    background: var(--panel);
    font: 0.857rem/1.4 var(--font-wire);
    white-space: pre;
    pointer-events: none;
  }
`;
