/** How a lesson looks: one step, in one column or in two. */
import { css } from "lit";

export const learnStyles = css`
  :host {
    display: flex;
    min-height: 0;
    container-type: inline-size;
    background: var(--panel);
  }
  section {
    flex: 1;
    display: flex;
    flex-direction: column;
    min-height: 0;
    min-width: 0;
  }
  header {
    display: flex;
    flex-direction: var(--step-head, column);
    justify-content: flex-end;
    align-items: baseline;
    gap: 0 1rem;
    padding: 0.55rem 0.9rem 0.1rem;
  }
  header p {
    display: flex;
    flex: none;
    align-items: baseline;
    gap: 0.6rem;
    color: var(--ink-2);
    font-size: 0.9rem;
  }
  header .button {
    display: var(--detail, inline-block);
    padding: 0 0.4rem;
  }
  h2 {
    font-size: 1.2rem;
    font-weight: 680;
    letter-spacing: -0.01em;
    text-wrap: balance;
  }
  :is(h2, h3):focus {
    outline: none; /* it takes no keys: the focus stands there so that the step is read out */
  }
  .body {
    flex: 1;
    min-height: 0;
    overflow: auto;
    position: relative; /* what is hidden in it scrolls with it, and makes the page no longer */
    padding: 0.2rem 0.9rem 0.6rem;
  }
  :is(.part, .prose) > * + *,
  .part + .part:not(:empty) {
    margin-top: var(--step-gap, 0.6rem);
  }
  /* a room needs no more of what was said before the run */
  .ran:has(.answer) .prose,
  .ran :is(.todo.done, h3) {
    display: var(--detail, block);
  }
  .choices:has(.was) { display: var(--detail, flex); }
  .said {
    font-size: 1.02rem;
    line-height: var(--step-leading, 1.5);
    max-width: 60ch;
  }
  .said a,
  .said small {
    font-size: 0.85rem;
    color: var(--ink-2);
    white-space: nowrap;
  }
  fieldset {
    margin: 0;
    padding: 0.45rem 0.7rem 0.55rem;
    border: 1px solid var(--rule);
    border-radius: var(--radius);
    background: var(--paper);
  }
  legend {
    float: left; /* inside of the box, not on its border */
    width: 100%;
    margin-bottom: 0.35rem;
    padding: 0;
    font-weight: 650;
  }
  .choices {
    clear: both;
    display: flex;
    flex-wrap: wrap;
    gap: 0.35rem;
  }
  .choices label {
    padding: 0.2rem 0.7rem;
    border: 1px solid var(--control);
    border-radius: var(--radius-control);
    background: var(--panel);
    cursor: pointer;
  }
  .choices label:has(:checked) {
    border-color: var(--accent);
    background: var(--accent-soft);
    color: var(--accent);
    font-weight: 650;
  }
  .choices label:has(:disabled) { cursor: default; }
  .choices label.was {
    border-color: var(--live);
    background: var(--live-soft);
    color: var(--live);
    font-weight: 650;
  }
  .choices label:has(:focus-visible) {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  .answer { margin-top: 0.3rem; }
  .answer .button { padding: 0 0.5rem; }
  .todo li {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.25rem 0.7rem;
    padding: 0.4rem 0.7rem;
    border-left: 3px solid var(--rule);
  }
  .todo li + li { border-top: 1px solid var(--rule-2); }
  .todo li:not(.now) { display: var(--detail, flex); }
  .todo li.now {
    border-left-color: var(--accent);
    background: var(--accent-soft);
  }
  .todo li.now span { font-weight: 600; }
  .todo span { flex: 1 1 14rem; }
  .todo .button {
    background: var(--panel);
    padding: 0.05rem 0.6rem;
  }
  .todo small,
  .checks small {
    color: var(--ink-2);
    font-size: 0.9rem;
  }
  .checks li {
    display: grid;
    grid-template-columns: 1.3rem 1fr;
    align-items: baseline;
    padding: 0.12rem 0;
    color: var(--ink-2);
  }
  .checks .true { color: var(--ink); }
  .checks .true > :first-child { color: var(--live); }
  .checks .false > :first-child { color: var(--wait); }
  .readers {
    margin: 0;
    font-size: 0.9rem;
  }
  .readers dt { color: var(--ink-2); }
  .readers dd {
    display: flex;
    flex-wrap: wrap;
    gap: 0.15rem 0.3rem;
    margin: 0.1rem 0 0.3rem;
  }
  .readers dd > span {
    display: flex;
    gap: 0.2rem;
    padding: 0 0.35rem;
    border-radius: var(--radius-control);
  }
  .readers code {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .readers :is(dt, dd):nth-of-type(2), /* the lanes have them, too */
  .readers dd > :nth-child(n + 7) {
    display: var(--detail, flex);
  }
  .readers .right {
    background: var(--live-soft);
    color: var(--live);
  }
  .readers .wrong {
    background: var(--held-soft);
    color: var(--held);
  }
  h3 {
    font-size: 0.88rem;
    font-weight: 600;
    color: var(--ink-2);
  }
  .why { padding-top: 0.1rem; }
  details {
    display: var(--detail, block);
    color: var(--ink-2);
  }
  summary { width: fit-content; }
  footer {
    display: flex;
    align-items: center;
    gap: 0.6rem;
    padding: 0.4rem 0.9rem;
    border-top: 1px solid var(--rule-2);
  }
  footer .dots {
    flex: 1;
    display: flex;
    justify-content: center;
    gap: 0.4rem;
  }
  .dots i {
    width: 0.5rem;
    height: 0.5rem;
    border: 1px solid var(--control);
    border-radius: 50%;
  }
  .dots .at {
    background: var(--accent);
    border-color: var(--accent);
  }
  .dots .done {
    background: var(--live);
    border-color: var(--live);
  }
  /* where it is wide it is low: head and foot share a line, and the step has two columns */
  @container (min-width: 42rem) {
    section {
      display: grid;
      grid-template: auto minmax(0, 1fr) / minmax(0, 1fr) auto;
    }
    header { flex-direction: row-reverse; }
    footer {
      grid-area: 1 / 2;
      border: 0;
      padding-bottom: 0;
    }
    .body {
      grid-column: 1 / -1;
      display: grid;
      grid-template: auto 1fr / 1fr 1fr;
      gap: 0 1.4rem;
      align-content: start;
    }
    .part { font-size: 0.93em; }
    .seen { grid-area: 1 / 2 / 3 / 3; }
    .part.seen { margin-top: 0; }
    :is(.part, .prose) > * + *,
    .part + .part:not(:empty) { margin-top: 0.35rem; }
    .said {
      font-size: inherit;
      line-height: 1.4;
    }
    fieldset { padding: 0.25rem 0.6rem 0.35rem; }
    legend { margin-bottom: 0.2rem; }
    .choices label { padding: 0.05rem 0.6rem; }
    .answer { margin-top: 0.2rem; }
    .todo li { padding: 0.2rem 0.6rem; }
    .said small { display: var(--detail, inline); }
  }
`;
