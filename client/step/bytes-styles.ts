/** Says how the bytes look that are stepped through: their lines, signs and edges. */
import { css } from "lit";
import { marked } from "../styles/panel.ts";

export const bytesStyles = css`
  .bytes-list {
    position: relative;
    padding: 0.4rem 0;
    font: 0.95rem/1.65 var(--font-wire);
  }
  .bytes-list:focus-visible { outline-offset: -2px; }
  .bytes-list li {
    display: grid;
    grid-template-columns: 1rem 3.2rem minmax(0, 1fr) auto;
    gap: 0 0.6rem;
    padding: 0 0.9rem;
  }
  .offset {
    text-align: right;
    color: var(--ink-3);
  }
  .bytes {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .read { color: var(--ink-3); }
  .read .mark { color: var(--live); }
  .to-come .bytes { color: var(--ink-2); }
  .current { ${marked} }
  .current .mark,
  .current .offset {
    color: var(--accent);
  }
  .current .bytes { font-weight: 650; }
  .kept {
    text-decoration: underline dashed var(--accent) 2px;
    text-underline-offset: 0.25em;
  }
  .outcome {
    color: var(--ink-2);
    font-family: var(--font-ui);
    font-size: 0.85rem;
  }
  .edge {
    margin-right: 0.3rem;
    padding: 0 0.35rem;
    border-left: 2px solid var(--server);
    background: color-mix(in srgb, var(--server) 12%, transparent);
    color: var(--server);
    font: 400 0.78rem var(--font-ui);
    white-space: nowrap;
  }

  .edge:empty {
    margin: 0 1px;
    padding: 0;
    border-left: 1px solid color-mix(in srgb, var(--server) 55%, transparent);
  }
`;
