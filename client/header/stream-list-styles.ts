/** Says how the list of streams looks: it hangs below its button, over the page. */
import { css } from "lit";
import { marked } from "../styles/panel.ts";

export const streamListStyles = css`
  [popover] {
    position: fixed;
    width: min(54rem, calc(100vw - 12px));
    margin: 0;
    padding: 0 0 0.4rem;
    border: 1px solid var(--control);
    border-radius: var(--radius);
    background: var(--panel);
    color: var(--ink);
    box-shadow: 0 0.5rem 2rem rgb(0 0 0 / 0.22);
    overflow: auto;
  }
  p {
    position: sticky;
    top: 0;
    padding: 0.55rem 0.9rem 0.2rem;
    background: var(--panel);
    color: var(--ink-2);
    font-size: 0.88rem;
    font-weight: 650;
  }
  [role="option"] {
    display: grid;
    grid-template-columns: 14.5rem minmax(0, 1fr);
    gap: 0 0.9rem;
    padding: 0.14rem 0.9rem;
    scroll-margin: 2.2rem 0.4rem;
    cursor: pointer;
  }
  [role="option"]:hover { background: var(--rule-2); }
  .at { ${marked} }
  b { font: 500 0.92rem/1.55 var(--font-wire); }
  i {
    color: var(--ink-2);
    font: italic 0.95rem/1 var(--font-ui);
  }
  span {
    color: var(--ink-2);
    font-size: 0.95rem;
  }
  [aria-selected="true"] b {
    color: var(--accent);
    font-weight: 700;
  }
  [aria-selected="true"] b::after { content: " ✓" / ""; }
  @media (max-width: 640px) {
    [role="option"] {
      grid-template-columns: minmax(0, 1fr);
      padding-block: 0.35rem;
    }
  }
`;
