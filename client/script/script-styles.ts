/** Says how the script panel looks, with and without its editor. */
import { css } from "lit";

export const scriptStyles = css`
  :host { background: var(--panel); }
  .flow {
    gap: 0.6rem;
    padding: 0.5rem 0.9rem;
    border-bottom: 1px solid var(--rule-2);
    font-size: 0.95rem;
    white-space: nowrap;
  }
  h2 {
    font-size: 1em;
    font-weight: 670;
  }
  small {
    flex: none;
    font-size: 0.88rem;
    color: var(--ink-2);
  }
  small.name {
    flex: 99 1 0; /* it has what the buttons leave */
    overflow: hidden;
    text-overflow: ellipsis;
    color: var(--ink-3);
  }
  header .button {
    margin: -0.2rem 0;
    padding: 0.05rem 0.5rem;
    font-size: 0.88rem;
  }
  header .enlarge {
    display: var(--no-step, inline-block);
    padding: 0.05rem 0.3rem;
  }
  header .paste { display: var(--live-only, inline-block); }
  .close { display: var(--no-step, inline-block); }
  /* "edited" and its button take the place of the name, which the stream picker shows too */
  @container (max-width: 28rem) {
    .more { display: none; }
  }
  @container (max-width: 40rem) {
    .edited :is(.name, .more) { display: none; }
  }
  @container (max-width: 24rem) {
    header.edited { gap: 0.35rem; }
    .edited .first { display: none; }
    h2::first-letter { text-transform: uppercase; }
  }
  @media (min-width: 1280px) {
    .close { display: none; }
  }
  .editor {
    flex: 1;
    min-height: 0;
  }
  pre {
    height: 100%;
    margin: 0;
    padding: 0.3rem 0.9rem 0.3rem 0;
    overflow: auto;
    counter-reset: line;
    font: 0.88rem/1.5 var(--font-wire);
    white-space: break-spaces;
    overflow-wrap: anywhere;
  }
  pre div {
    min-height: 1.5em;
    padding-left: 2.6rem;
    counter-increment: line;
  }
  pre div::before {
    content: counter(line);
    float: left;
    width: 2.6rem;
    margin-left: -2.6rem;
    padding-right: 0.9rem;
    color: var(--ink-3);
    text-align: right;
  }
  .note {
    border-top: 1px solid var(--rule-2);
    font-size: 0.95rem;
  }
  @media (max-width: 640px) {
    header .enlarge {
      display: none; /* one part has the screen as it is */
    }
  }
`;
