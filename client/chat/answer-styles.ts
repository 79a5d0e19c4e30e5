/** Says how a chat model's answer looks in a lane. */
import { css } from "lit";

export const answerStyles = css`
  :host {
    flex: 1;
    min-height: 0;
    overflow: auto;
    background: var(--paper);
  }
  dl {
    display: var(--detail, flex);
    padding: 0.35rem 0.9rem 0;
    color: var(--ink-2);
    font-size: 0.9rem;
  }
  .text {
    padding: 0.3rem 0.9rem 0.5rem;
    font-size: 1.05rem;
    line-height: 1.55;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .before,
  .waiting {
    color: var(--ink-3);
  }
  [data-token] {
    border-radius: 3px;
    cursor: pointer;
  }
  [data-token]:hover,
  [aria-current] {
    background: var(--accent-soft);
    box-shadow: 0 0 0 1px var(--accent);
  }
  .done,
  .failure {
    margin: 0.4rem 0 0;
    padding-left: 0.6rem;
    border-left: 3px solid var(--rule);
    color: var(--ink-2);
    font-size: 0.92rem;
    line-height: 1.45;
    white-space: normal;
  }
  @media (max-width: 640px) {
    :host {
      flex: none;
      max-height: 24rem;
    }
  }
  .done {
    display: var(--detail, block); /* a room sees the answer; the sentence below tells of its end */
  }
  .failure {
    border-color: var(--held);
    color: var(--held);
  }
`;
