/** Says where each part of the page stands, on a wide screen, a narrow one and a phone. */
import { css } from "lit";

export const appStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: auto auto auto minmax(var(--lanes-least, 13rem), 1fr) minmax(var(--log-least, 7rem), var(--log-height, var(--faults-height, var(--log-set, max(17.5rem, 38vh - 8rem)))));
    height: 100vh;
    height: 100dvh;
    position: relative;
  }
  .answer {
    padding: 0.15rem 1rem 0.3rem;
    border-bottom: 1px solid var(--rule);
  }
  .stale {
    position: relative;
    --response: hidden; /* where the mark stands */
  }
  .stale > :not(.changed) { opacity: 0.45; }
  .changed {
    position: absolute;
    inset: 0.3rem 1rem auto auto;
    z-index: 1;
    padding: 0.15rem 0.3rem 0.15rem 0.7rem;
    border: 1px solid var(--wait);
    border-radius: var(--radius-control);
    background: var(--wait-soft);
  }
  main {
    display: flex;
    min-height: 0;
    background: var(--panel);
  }
  sse-script { flex: 0 0 var(--script-width, 24rem); }
  sse-script:not([open]) {
    display: var(--detail, flex); /* a presenter opens it when it is talked of */
  }
  sse-lane {
    flex: calc(100 - var(--lane-share, 50)) 1 0;
    border-left: 1px solid var(--rule);
    overflow: hidden; /* its events scroll by themselves */
  }
  sse-lane:first-of-type { flex-grow: var(--lane-share, 50); }
  sse-splitter[axis="x"] {
    position: relative;
    flex: none;
    width: 11px;
    margin: 0 -5px 0 -6px;
  }
  sse-splitter[axis="y"] {
    display: var(--detail, block);
    position: absolute;
    grid-row: 5 / 6;
    inset: -6px 0 auto;
    height: 11px;
  }
  :host([breaking]) sse-splitter[axis="y"] { display: none; }
  /* one part large: it has the room of lanes and log, and the others wait */
  :host([large]) {
    --log-set: 0rem;
    --log-least: 0rem;
  }
  :host([large="log"]) main,
  :host([large]:not([large="log"])) sse-log,
  :host([large]) :is(sse-lane, sse-script, sse-splitter):not([large]),
  :host([large]) .sentence {
    display: none;
  }
  :host([large]) :is(sse-log, sse-lane, sse-script)[large] {
    display: flex;
    border-left: 0;
  }
  :host([large]) :is(sse-lane, sse-script)[large] { flex: 1; }
  :host([large="log"]) sse-log { grid-row: 4 / 6; }
  sse-log {
    border-top: 1px solid var(--rule);
    background: var(--panel);
    display: var(--detail, flex);
  }
  sse-step {
    position: absolute;
    inset: 0;
    grid-row: var(--stepping-from, 4) / 6;
    z-index: 1;
    border-top: 1px solid var(--rule);
  }
  :host([breaking]) {
    --faults-height: 20rem;
    --lanes-least: 0rem;
  }
  :host([yours]) :is(sse-path, main, sse-splitter),
  :host([yours="list"]) :is(.answer, sse-log) {
    display: none;
  }
  :host([yours]) sse-log { grid-row: 4 / 6; }
  :host([yours="list"]) sse-your-stream { max-height: 85vh; }
  .covered {
    visibility: hidden; /* so that nobody tabs into it */
  }
  .sentence {
    display: var(--present, none);
    padding: 0.25rem 1rem;
    border-top: 1px solid var(--rule);
    background: var(--accent-soft);
    color: var(--ink-2);
  }
  .sentence:empty { display: none; }
  .tabs,
  .bar {
    display: none;
  }
  .trouble { margin: 0.5rem 1rem 0; }
  .loading {
    animation: appear 0s 0.5s both; /* what is here at once says nothing */
  }
  @keyframes appear {
    from { visibility: hidden; }
  }
  .opened {
    padding: 0.3rem 1rem;
    background: var(--accent-soft);
  }
  .scrim { display: none; }

  @media (max-width: 1279px) {
    :host {
      grid-template-rows: auto auto auto minmax(var(--lanes-least, 13rem), 1fr) minmax(var(--log-least, 7rem), var(--log-height, var(--log-set, 11rem)));
    }
    sse-lane:first-of-type { border-left: 0; }
    sse-script {
      position: fixed;
      inset: 0 auto 0 0;
      z-index: 2;
      width: min(32rem, 100%);
      background: var(--panel);
      border-right: 1px solid var(--rule);
      box-shadow: 0 0 2rem rgb(0 0 0 / 0.25);
    }
    sse-script:not([open]) { display: none; }
    sse-splitter.script { display: none; }
    :host([large="script"]) sse-script {
      position: static;
      width: auto;
      box-shadow: none;
    }
    :host(:not([large])) .scrim {
      display: block;
      position: fixed;
      inset: 0;
      z-index: 1;
      border: 0;
      background: rgb(0 0 0 / 0.35);
    }
  }
  /* as at 200 %: two rows of everything are of no use, so the page scrolls as one */
  @media (max-height: 599px) and (min-width: 641px) {
    :host {
      height: auto;
      grid-template-rows: auto auto auto minmax(22rem, auto) 22rem;
    }
    .bar { bottom: 0; }
  }
  @media (max-width: 640px) {
    sse-splitter { display: none; }
    :host {
      display: block;
      height: auto;
      padding-bottom: 4.5rem;
    }
    main { display: block; }
    .tabs {
      display: flex;
      gap: 0.4rem;
      padding: 0.5rem 0.9rem 0;
    }
    .tabs button[aria-selected="true"] {
      background: var(--accent-soft);
      border-color: var(--accent);
      color: var(--accent);
    }
    sse-lane:not([chosen]) { display: none; }
    sse-log { height: 26rem; }
    sse-step {
      position: fixed;
      z-index: 3;
    }
    .changed {
      position: fixed;
      inset: auto 0.9rem calc(4rem + env(safe-area-inset-bottom)) auto; /* above Run */
    }
    .bar {
      position: fixed;
      inset: auto 0 0;
      z-index: 1;
      display: var(--live-only, flex);
      gap: 0.6rem;
      padding: 0.5rem 1rem calc(0.5rem + env(safe-area-inset-bottom));
      border-top: 1px solid var(--rule);
      background: var(--panel);
    }
    .bar sse-run-buttons { flex: 1; }
  }
`;
