/** Says how the menu Share looks. */
import { css } from "lit";

export const shareStyles = css`
  dialog { width: 36rem; }
  section { margin-bottom: 0.9rem; }
  p {
    margin: 0.1rem 0 0;
    color: var(--ink-2);
  }
  .flow { margin-top: 0.35rem; }
  .file { cursor: pointer; }
  .file:has(:focus-visible) {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  .said {
    min-height: 1.45em;
    color: var(--ink);
  }
  textarea { height: 9rem; }
`;
