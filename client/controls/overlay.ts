/** A panel that lies over a part of the page while the rest goes on. */
import type { LitElement, ReactiveController } from "lit";

/**
 * Gives the focus to the `<section>` that its host draws, and back to where it was once the host is gone. The
 * host dispatches `close` at Escape, and when `close` is called.
 */
export class Overlay implements ReactiveController {
  readonly #host: LitElement;
  #opener: HTMLElement | null = null;
  #hasFocus = false;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
    host.addEventListener("keydown", (event) => {
      const { key, ctrlKey, metaKey, altKey } = event;
      if (key !== "Escape" || ctrlKey || metaKey || altKey) return;
      event.preventDefault();
      this.close();
    });
  }

  readonly close = (): void => {
    this.#host.dispatchEvent(new Event("close"));
  };

  hostConnected(): void {
    this.#opener = focused();
    this.#hasFocus = false;
  }

  hostUpdated(): void {
    if (this.#hasFocus) return;
    this.#hasFocus = true;
    this.#host.renderRoot.querySelector("section")?.focus();
  }

  hostDisconnected(): void {
    this.#opener?.focus();
  }
}

/** The element that has the focus, inside whatever shadow roots; `null` for none. */
function focused(): HTMLElement | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element instanceof HTMLElement ? element : null;
}
