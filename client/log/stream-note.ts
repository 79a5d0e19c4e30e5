/** Says what the current run's whole stream was surely not meant to be; nothing where it is an event stream. */

import { css, html, LitElement, nothing } from "lit";
import { streamSuspicionSentence } from "../../trace/en/suspicion.ts";
import { suspicionIn } from "../../trace/log/stream-suspicion.ts";
import { prose } from "../controls/prose.ts";
import { icons } from "../icons.ts";
import { followPage } from "../playground/follow.ts";
import { base } from "../styles/base.ts";

export class StreamNote extends LitElement {
  static override styles = [
    base,
    css`
      p {
        margin: 0 0 0.4rem;
        padding: 0.3rem 0.7rem;
        border-left: 3px solid var(--wait);
        background: var(--wait-soft);
      }
      .icon { color: var(--wait); }
    `,
  ];
  readonly #page = followPage(this);

  override render() {
    const { current } = this.#page;
    const suspicion = current === undefined ? null : suspicionIn(current.run);
    if (suspicion === null) return nothing;
    return html`<p role="note">
      ${icons.warning} ${prose(streamSuspicionSentence(suspicion))}
    </p>`;
  }
}
customElements.define("sse-stream-note", StreamNote);
