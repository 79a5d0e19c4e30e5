/** Makes the verdict the largest text of the page. */
import { css } from "lit";

export const verdictStyles = css`
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 1.5rem;
    margin-bottom: 0.1rem;
  }
  h2 {
    font-size: 1.75rem;
    line-height: 1.3;
    letter-spacing: -0.02em;
    color: var(--ink-2);
  }
  h2.live { color: var(--live); }
  h2.held { color: var(--held); }
  h2.wait { color: var(--wait); }
  h2 small {
    font-size: 0.6em;
    font-weight: 500;
    letter-spacing: 0;
    color: var(--ink-2);
  }
  p {
    font-size: 1.07rem;
    text-wrap: pretty;
  }
  ul {
    visibility: var(--response, visible);
    display: var(--detail, flex);
    flex-wrap: wrap;
    gap: 0 1.1rem;
    font-size: 0.85rem;
    color: var(--ink-2);
  }
  li {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.7rem;
  }
  em {
    display: var(--detail, inline);
    font-style: normal;
    color: var(--ink-2);
  }
  .cure { color: var(--ink-2); }
  article {
    padding: 0 0.7rem;
    border-left: 3px solid var(--rule);
  }
  q { display: var(--no-step, inline); } /* it tells what the step is about to ask */
  article.shown { border-left-color: var(--accent); }
  article .button {
    margin-left: 0.5rem;
    vertical-align: middle;
    letter-spacing: 0;
    padding: 0 0.6rem;
    border-radius: 99px;
  }
  .pair {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 0 1.5rem;
  }
  /* side by side a room reads two headlines and the cure: the lanes below have rows as well */
  .pair h2 { font-size: var(--pair-size, 1.75rem); }
  .pair :is(p > :not(.cure), .button span) { display: var(--detail, inline); }
  @media (max-width: 640px) {
    h2 { font-size: 1.5rem; }
    .pair { grid-template-columns: 1fr; }
  }
`;
