/** Says how the path looks: its hops, the links between them, and the events that fly along. */
import { css } from "lit";

export const pathStyles = css`
  ol {
    display: flex;
    align-items: stretch;
    padding: var(--path-padding, 0.7rem 1rem 0.4rem);
  }
  .hop {
    position: relative;
    min-width: 14.5rem;
    padding: 0.5rem 0.8rem;
    border: 1px solid var(--rule);
    border-radius: var(--radius);
    background: var(--panel);
  }
  .hop.holds {
    padding: 0.43rem 0.73rem;
    border: 2px solid var(--held);
    background: var(--held-soft);
  }
  .hop.bypassed {
    border-style: dashed;
    background: none;
  }
  .hop.bypassed h2 {
    color: var(--ink-3);
    text-decoration: line-through;
  }
  h2 {
    width: fit-content; /* a room finds a button beside it */
    font-size: 1rem;
  }
  h2 span {
    display: var(--detail, inline);
    font: 0.85rem var(--font-wire);
    color: var(--ink-3);
  }
  h2 .what {
    font: inherit;
    color: inherit;
  }
  h2 button {
    font-weight: inherit;
    text-decoration: underline dotted var(--control);
    text-underline-offset: 0.2em;
  }
  .holds h2 span { color: var(--ink-2); }
  .did {
    margin: 0.1rem 0 0.35rem;
    color: var(--ink-2);
    font-size: 0.92rem;
  }
  .did b { color: var(--ink); }
  .holds .did b { color: inherit; }
  .holds .did {
    color: var(--held);
    font-weight: 700;
    font-size: 1.05rem;
  }
  .count {
    font-size: 1.25em;
    line-height: 1;
    color: inherit;
  }
  .unit { display: var(--detail, inline); }
  .dots:empty { display: none; }
  .stack {
    display: flex;
    flex-direction: column;
    gap: 0.4rem;
  }
  .slim .did { margin-bottom: 0; }
  .dots {
    display: inline-flex;
    gap: 3px;
    vertical-align: middle;
  }
  .dots i,
  .flying {
    min-width: 1.25rem;
    height: 1.25rem;
    padding: 0 0.2rem;
    border-radius: 0.625rem;
    background: var(--held);
    color: var(--panel);
    font: 600 0.75rem/1.25rem var(--font-wire);
    font-style: normal;
    text-align: center;
  }
  .flying {
    position: absolute;
    top: calc(50% - 0.625rem);
    background: var(--server);
    animation: fly 500ms ease-in-out both;
  }
  @keyframes fly {
    from { left: 0; }
    80% { opacity: 1; }
    to {
      left: calc(100% - 1.25rem);
      opacity: 0;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .flying,
    .dots {
      display: none;
    }
  }
  .switches {
    display: flex;
    flex-wrap: wrap;
    gap: 0.35rem 1rem;
    font: 0.88rem var(--font-wire);
  }
  .switches .button {
    display: var(--live-only, inline-block);
    position: var(--break-it, static); /* a room's type leaves no room beside the switch */
    top: 0.4rem;
    right: 0.6rem;
    padding: 0 0.6rem;
    font-family: var(--font-ui);
  }
  .switch {
    display: inline-flex;
    align-items: center;
    gap: 0.5rem;
    white-space: nowrap;
  }
  .accepts {
    display: var(--detail, block);
    color: var(--ink-2);
    font: 0.88rem var(--font-wire);
  }
  .suggestion {
    margin: 0.35rem 0 0;
    color: var(--accent);
    font-weight: 650;
  }
  .link {
    position: relative;
    flex: 1;
    align-self: center;
    min-width: 3rem;
    font: 0.85rem var(--font-wire);
    color: var(--ink-2);
    text-align: center;
  }
  .link::before {
    content: "";
    position: absolute;
    inset: 50% 0.2rem auto;
    border-top: 2px solid var(--rule);
  }
  .link span {
    display: var(--detail, inline);
    position: relative;
    padding: 0 0.4rem;
    background: var(--paper);
  }
  .link span:empty { display: none; }
  .switch.proxy { display: var(--detail, inline-flex); }
  .did { white-space: nowrap; }
  @media (max-width: 1279px) {
    ol > .hop {
      flex: 1 1 auto;
      min-width: 0;
    }
    .stack { flex: 1.5 1 auto; }
    .link {
      flex: 0 1 auto;
      min-width: 1.2rem;
    }
  }
  @media (max-width: 1023px) {
    .did,
    h2 {
      text-wrap: balance;
      white-space: normal;
    }
  }
  @media (min-width: 641px) and (max-width: 1023px) {
    ol > .hop { flex: 1 1 13rem; }
    .stack { flex: 1.5 1 14rem; }
    .link span { display: none; }
  }
  @media (max-width: 640px) {
    ol {
      flex-direction: column;
      gap: 0.4rem;
    }
    .link {
      align-self: flex-start;
      min-width: 0;
      padding-left: 1.2rem;
    }
    .link::before { display: none; }
  }
`;
