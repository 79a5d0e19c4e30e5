import { css } from "lit";

/** What is shown of the wire, in its field's colour. */
export const fieldStyles = css`
  .event { color: var(--f-event); }
  .id { color: var(--f-id); }
  .retry { color: var(--f-retry); }
  .comment {
    color: var(--f-comment);
    font-style: italic;
  }
  .ignored {
    color: var(--ink-3);
    text-decoration: line-through;
  }
`;
