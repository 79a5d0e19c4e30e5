/** Says how the drawing of the timeline looks, on the page and in a file of its own. */
import { css } from "lit";

export const drawingStyles = css`
  svg { font-family: var(--font-wire); }
  .paper { fill: var(--paper); }
  .title {
    fill: var(--ink);
    font-size: 1.25em;
    font-weight: 700;
  }
  text {
    /* whatever runs under the words ends before them */
    paint-order: stroke;
    stroke: var(--paper);
    stroke-width: 4px;
    stroke-linejoin: round;
  }
  .number,
  .title {
    stroke: none; /* nothing runs under them */
  }
  .label { fill: var(--ink-2); }
  .label.empty { fill: var(--ink-3); }
  .rail {
    stroke: var(--rule);
    stroke-width: 1.5;
  }
  .gap {
    /* dashes the rail under it */
    stroke: var(--paper);
    stroke-width: 4;
    stroke-dasharray: 5 4;
  }
  .tick,
  .gap-label {
    fill: var(--ink-3);
    font-size: 0.92em;
    text-anchor: middle;
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
  .inside {
    font-size: 11px; /* its group scales it with its circle */
  }
  .inside.came { fill: var(--paper); }
  .bar {
    fill: none;
    stroke: var(--ink);
    stroke-width: 2;
  }
  .bar.live,
  .passage {
    stroke: var(--live);
  }
  .bar.held,
  .passage.held {
    stroke: var(--held);
  }
  .clear {
    /* no rail runs through words, nor between them */
    stroke: var(--paper);
    stroke-width: 12;
  }
  .passage {
    stroke-width: 1.5;
    opacity: 0.7;
  }
  .passage.held {
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
  .summary.wait { fill: var(--wait); }
  .summary { font-weight: 700; }
  .lost {
    fill: none;
    stroke: var(--held);
    stroke-width: 2.5;
  }
  .lost.way {
    stroke-width: 1.5;
    stroke-dasharray: 3 2;
  }
  .lost-label {
    fill: var(--held);
    font-size: 0.84em;
    font-weight: 700;
  }
  .past {
    stroke: var(--live);
    stroke-width: 8;
    stroke-linecap: round;
  }
  .past.held { stroke: var(--held); }
  .beside {
    stroke: var(--paper);
    text-anchor: start;
  }
  .below { text-anchor: end; }
  .head {
    fill: none;
    stroke: var(--accent);
    stroke-width: 2;
  }
  .head-label {
    fill: var(--accent);
    font-size: 0.84em;
  }
  .end {
    stroke: var(--ink);
    stroke-width: 3;
  }
  .end-label {
    fill: var(--ink);
    font-weight: 700;
  }
  .lit {
    fill: none;
    stroke: var(--accent);
    stroke-width: 2.5;
  }
`;
