/** Says how the header looks, and what it leaves out where there is little room. */
import { css } from "lit";

export const headerStyles = css`
  :host {
    display: flex;
    align-items: center;
    gap: 0.7rem;
    padding: 0.5rem 1rem;
    border-bottom: 1px solid var(--rule);
    background: var(--panel);
    white-space: nowrap;
  }
  h1 {
    display: var(--detail, block); /* a room knows what it looks at */
    font-size: 1.15rem;
    font-weight: 680;
    letter-spacing: -0.01em;
  }
  h1 span {
    font-family: var(--font-wire);
    font-weight: 500;
    color: var(--accent);
  }
  .stream {
    display: var(--live-only, inline-flex);
    align-items: center;
    gap: 0.5rem;
    min-width: 5rem;
    max-width: 16rem;
    font-family: var(--font-wire);
  }
  .stream span {
    flex: 1;
    overflow: hidden;
    text-overflow: ellipsis;
    text-align: left;
  }
  .stream::after {
    content: "▾" / "";
    color: var(--ink-2);
  }
  .quiet + .quiet { margin-left: -0.5rem; }
  .yours { display: var(--live-only, var(--detail, inline-block)); }
  .yours .icon { display: none; }
  @media (min-width: 1280px) {
    .drawer { display: none; }
  }
  @media (max-width: 1279px) {
    .side kbd { display: none; }
    .theme { display: var(--detail, inline-block); }
    :host { gap: 0.5rem; }
    .stream { max-width: 9rem; }
    .quiet { padding-inline: 0.5rem; }
    h1 span,
    .yours span {
      display: none;
    }
    .yours .icon { display: inline-block; }
  }
  .share,
  .sound,
  .keys {
    display: var(--detail, inline-block);
  }
  .side { display: var(--live-only, inline-block); }
  .side.on {
    border-color: var(--accent);
    background: var(--accent-soft);
    color: var(--accent);
  }
  .learn { display: var(--live-only, inline-block); }
  /* a step says which stream it plays, and how */
  :host([learning]) :is(.stream, .drawer, .share, .sound, .keys, .side) { display: none; }
  .names { display: inline-grid; }
  .names > * { grid-area: 1 / 1; }
  [data-idle] { visibility: hidden; }
  sse-run-buttons {
    display: var(--live-only, flex);
    flex: none;
  }
  @media (max-width: 1023px) {
    :host { flex-wrap: wrap; }
    .stream {
      flex: 1 1 8rem;
      max-width: none;
      order: 1;
    }
    .drawer,
    .side {
      order: 1;
    }
  }
  @media (max-width: 640px) {
    .present,
    .keys,
    sse-run-buttons {
      display: none;
    }
  }
  @media (hover: none), (pointer: coarse) {
    .keys { display: none; }
  }
`;
