/** Says which of the event streams in a browser's capture is to be opened. */
import { css, html, LitElement } from "lit";
import type { HarStream } from "../../trace/file/read-har.ts";
import { dialogHead, ModalDialog } from "../controls/dialog.ts";
import { base } from "../styles/base.ts";
import { dialog } from "../styles/dialog.ts";
import { shareTexts } from "./share-texts.ts";

class PickStream extends LitElement {
  static override properties = { streams: { attribute: false }, count: { attribute: false } };
  static override styles = [
    base,
    dialog,
    css`
      ul {
        display: grid;
        gap: 0.4rem;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li button {
        width: 100%;
        text-align: start;
        overflow-wrap: anywhere;
      }
    `,
  ];
  declare streams: readonly HarStream[];
  /** All that there are; the first ones are shown. */
  declare count: number;
  readonly #dialog = new ModalDialog(this);
  #picked: (stream: HarStream | null) => void = () => {};

  constructor() {
    super();
    this.streams = [];
    this.count = 0;
  }

  /** Settles once one is picked; `null`: it was closed without. */
  pick(streams: readonly HarStream[], count: number): Promise<HarStream | null> {
    this.streams = streams;
    this.count = count;
    void this.#dialog.open();
    return new Promise((resolve) => {
      this.#picked = resolve;
    });
  }

  override render() {
    const { title, which, stream } = shareTexts.capture;
    return html`<dialog aria-labelledby="title" closedby="any" @close=${() => this.#picked(null)}>
      ${dialogHead(title)}
      <p>${which(this.streams.length, this.count)}</p>
      <ul>
        ${this.streams.map(
          (one) =>
            html`<li>
              <button class="button" @click=${() => this.#take(one)}>
                ${stream(one.method, one.url, one.status, one.beganAt)}
              </button>
            </li>`,
        )}
      </ul>
    </dialog>`;
  }

  #take(stream: HarStream): void {
    this.#picked(stream);
    this.#dialog.close();
  }
}
customElements.define("sse-pick-stream", PickStream);

export async function pickStream(streams: readonly HarStream[], count: number) {
  const element = document.body.appendChild(new PickStream());
  try {
    return await element.pick(streams, count);
  } finally {
    element.remove();
  }
}
