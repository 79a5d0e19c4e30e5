/** Says which of the event streams in a browser's capture is to be opened. */
import { html, LitElement } from "lit";
import type { HarStream } from "../../trace/file/read-har.ts";
import { dialogHead, ModalDialog } from "../controls/dialog.ts";
import { base } from "../styles/base.ts";
import { dialog } from "../styles/dialog.ts";
import { shareTexts } from "./share-texts.ts";

class PickStream extends LitElement {
  static override properties = { streams: { attribute: false }, count: { attribute: false } };
  static override styles = [base, dialog];
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
      ${this.streams.map(
        (one) =>
          html`<p>
            <button class="button" @click=${() => this.#take(one)}>
              ${stream(one.method, one.url, one.status, one.beganAt)}
            </button>
          </p>`,
      )}
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
