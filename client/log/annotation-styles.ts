import { css } from "lit";

/** What a row says beside its own sentence. */
export const annotationStyles = css`
  .suspicion {
    color: var(--wait);
  }
  .step {
    max-width: 90ch;
    margin-top: 0.3rem;
  }
  .step a {
    color: var(--accent);
  }
`;
