/** Says where each part of the page stands beside a step of a lesson; it comes with the lessons. */
import { css, type LitElement } from "lit";

/** Lets the app wear it. */
export function wearLearning(app: LitElement): void {
  const { styleSheet } = learningStyles;
  if (styleSheet !== undefined) app.shadowRoot?.adoptedStyleSheets.push(styleSheet);
}

const learningStyles = css`
  /* a step of a lesson: what it does not use is out of the way */
  :host([learning]) {
    --no-step: none; /* what there is no room for beside a step */
    grid-template-columns: minmax(19rem, var(--step-most, 31rem)) minmax(0, 1fr);
    grid-template-rows: auto auto auto minmax(var(--lanes-least, 13rem), 1fr) auto;
  }
  :host([learning]) > :is(sse-header, div) { grid-column: 1 / -1; }
  :host([learning]) sse-lesson {
    grid-row: 4 / 6;
    grid-column: var(--lesson-columns, 1 / 2);
    border-right: 1px solid var(--rule);
  }
  :host([learning][uses=""]) sse-lesson { grid-column: 1 / -1; }
  :host([learning]) main {
    display: var(--script-shown, var(--detail, var(--lanes-stacked, flex)));
    grid-area: 4 / 2 / 6 / 3;
  }
  :host([learning]) sse-log { grid-area: 4 / 2 / 6 / 3; }
  :host([learning][uses]:not([uses="log"])) sse-log {
    grid-area: 5 / 2 / 6 / 3;
    height: 13rem;
  }
  :host([learning][uses~="log"]) main { grid-row: 4 / 5; }
  :host([learning]:not([uses~="script"])) sse-script,
  :host([learning]:not([uses~="eventsource"])) sse-lane[name="eventsource"],
  :host([learning]:not([uses~="fetch"])) sse-lane[name="fetch"],
  :host([learning]:is([uses=""], [uses="log"])) main,
  :host([learning]:not([uses~="log"])) sse-log,
  :host([learning]) :is(.sentence, .tabs, sse-splitter) {
    display: none;
  }
  :host([learning]) sse-script {
    display: flex;
    position: static;
    z-index: auto; /* under Run */
    flex: var(--script-grows, 0 1 24rem);
    width: auto;
    border: 0;
    box-shadow: none;
  }
  :host([learning][uses="script"]) sse-script { flex: 1; }
  :host([learning]) sse-lane { display: var(--detail, flex); }
  /* for a room: the script before the run, and after it where the picture is wide */
  :host([learning][uses~="script"]:not([ran])) {
    --lesson-columns: 1 / 2;
    --script-shown: var(--in-room);
  }
  @media (min-aspect-ratio: 3 / 2) {
    :host([learning][uses~="script"][ran]:not([uses="script fetch"])) { /* a wrong reader needs its place */
      --lesson-columns: 1 / 2;
      --script-shown: var(--in-room);
      --step-most: var(--step-ran, 31rem);
    }
  }
  /* the step stays in view beside what was opened over the rest */
  :host([learning]) :is(sse-break-it, sse-step) {
    grid-row: 4 / 6;
    grid-column: var(--beside-lesson, 2 / 3);
  }
  :host([learning]) sse-step { grid-row-start: var(--stepping-from, 4); }
  .pointed {
    outline: 3px solid var(--accent);
    outline-offset: -3px;
  }

  @media (min-width: 1280px) {
    :host([learning][uses~="script"][uses~="eventsource"][uses~="fetch"]) {
      --lanes-stacked: grid;
    }
    :host([learning][uses~="script"][uses~="fetch"]) main {
      grid: 1fr 1fr / minmax(0, 24rem) minmax(0, 1fr);
    }
    :host([learning][uses~="fetch"]) sse-script { grid-row: 1 / 3; }
    :host([learning][uses~="script"]) sse-lane ~ sse-lane { border-top: 1px solid var(--rule); }
  }
  @media (max-width: 1279px) {
    :host([learning]) main { flex-direction: column; }
    :host([learning]) main > * {
      flex: 1 1 0;
      border-left: 0;
    }
    :host([learning]) main > * + * { border-top: 1px solid var(--rule); }
  }

  /* the timeline has its room before it is there, so that the step keeps its place when it comes */
  @media (min-width: 641px) and (min-height: 720px) {
    :host([learning]) sse-timeline { min-height: var(--timeline-least, 12em); }
  }

  @media (max-width: 640px) {
    :host([learning]) sse-timeline { min-height: var(--timeline-least, 17em); }
    /* the step stays in view, over what it is about */
    :host([learning]) { padding-bottom: calc(46dvh + 4rem); }
    :host([learning]) sse-lesson {
      position: fixed;
      inset: auto 0 0;
      z-index: 2;
      height: 45dvh;
      border: 0;
      border-top: 2px solid var(--accent);
      box-shadow: 0 -0.5rem 1.5rem rgb(0 0 0 / 0.15);
    }
    :host([learning]) :is(sse-break-it, sse-step) {
      bottom: 0;
      z-index: 3;
    }
    :host([learning]) .bar {
      bottom: 45dvh;
      padding-bottom: 0.5rem;
    }
    :host([learning]) main > :is(sse-script, sse-lane) {
      flex: none; /* here nothing gives them a height */
      height: 18rem;
      min-height: 18rem;
    }
  }
`;
