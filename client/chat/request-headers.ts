/** The headers of a lane's request as they reached the server: some clients can send `Authorization`, others not. */
import { css, html, LitElement, nothing } from "lit";
import { headerValue } from "../../trace/run/head.ts";
import type { LaneName } from "../../trace/run/records.ts";
import type { Run } from "../../trace/run/run.ts";
import { legible } from "../controls/legible.ts";
import { followPage } from "../playground/follow.ts";
import { base } from "../styles/base.ts";
import { chatTexts } from "./chat-texts.ts";

export class RequestHeaders extends LitElement {
  static override properties = { name: {} };
  static override styles = [
    base,
    css`
      :host {
        display: var(--detail, block);
        padding: 0 0.9rem 0.4rem;
        color: var(--ink-2);
        font-size: 0.88rem;
      }
      ul {
        margin: 0.3rem 0;
        font-family: var(--font-wire);
        overflow-wrap: anywhere;
      }
      p { margin: 0.2rem 0; }
    `,
  ];
  declare name: LaneName;
  readonly #page = followPage(this);

  override render() {
    const headers = requestHeaders(this.#page.current?.run, this.name);
    if (headers === undefined) return nothing;
    const words = chatTexts.headers;
    const authorization = headerValue(headers, "Authorization");
    const { before } = this.#page;
    const earlier = requestHeaders(before, this.name);
    return html`<details>
      <summary>${words.title(authorization)}</summary>
      ${this.name === "eventsource" ? html`<p>${words.why[authorization === null ? "native" : "package"]}</p>` : nothing}
      ${earlier === undefined ? nothing : html`<p>${words.before(headerValue(earlier, "Authorization"))}</p>`}
      <ul>
        ${headers.map(([name, value]) => html`<li>${legible(`${name}: ${value}`)}</li>`)}
      </ul>
    </details>`;
  }
}
customElements.define("sse-request-headers", RequestHeaders);

function requestHeaders(run: Run | undefined, lane: LaneName) {
  return run?.lane(lane).attempts[0]?.connection?.request?.headers;
}
