/** Says how it looks around the drawing of the timeline. */
import { css } from "lit";

export const timelineStyles = css`
  :host {
    position: relative;
    font-size: min(1rem, max(17px, 1.25vw)); /* a projector's type would leave no room for time */
  }
  svg[role="img"] {
    display: block;
    width: 100%;
    font-size: 0.857em;
    touch-action: pan-y;
    user-select: none;
  }
  .zoomed { cursor: grab; }
  .zoomed:active { cursor: grabbing; }
  .pointer {
    stroke: var(--accent);
    stroke-dasharray: 3 3;
  }
  .now {
    stroke: var(--ink-3);
    stroke-dasharray: 2 4;
  }
  .tools {
    position: absolute;
    top: 0;
    right: 0;
    display: flex;
  }
  .tools .button {
    padding: 0 0.4rem;
    line-height: 1.7;
  }
  .tools .button:disabled { border-color: transparent; }
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
  @media (max-width: 640px) {
    .label.empty {
      display: none; /* the buttons stand there */
    }
  }
`;
