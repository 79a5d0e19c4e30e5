/** Gives a panel over the page the focus, and closes the one on top at Escape. */
import type { LitElement, ReactiveController } from "lit";

/** The one on top is the last. */
const overlays = new Set<Overlay>();

/**
 * A panel that lies over a part of the page while the rest goes on: the `<section>` that its host draws gets
 * the focus, which goes back to where it was once the host is gone. At Escape the host dispatches `close`.
 */
export class Overlay implements ReactiveController {
  readonly #host: LitElement;
  #opener: HTMLElement | null = null;
  #hasFocus = false;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Whoever presses Escape may have the focus anywhere: a button that was pressed may be disabled by now. */
  readonly #press = (event: KeyboardEvent): void => {
    const { key, ctrlKey, metaKey, altKey } = event;
    if (key !== "Escape" || ctrlKey || metaKey || altKey) return;
    if ([...overlays].at(-1) !== this || event.composedPath().some(isElsewhere)) return;
    event.preventDefault();
    this.close();
  };

  readonly close = (): void => {
    this.#host.dispatchEvent(new Event("close"));
  };

  hostConnected(): void {
    addEventListener("keydown", this.#press);
    overlays.add(this);
    this.#opener = focused();
    this.#hasFocus = false;
  }

  hostUpdated(): void {
    if (this.#hasFocus) return;
    this.#hasFocus = true;
    this.#host.renderRoot.querySelector("section")?.focus();
  }

  hostDisconnected(): void {
    removeEventListener("keydown", this.#press);
    overlays.delete(this);
    this.#opener?.focus();
  }
}

/** Escape is meant for something else that is open; an editor that keeps the focus has closed its own list. */
function isElsewhere(element: EventTarget): boolean {
  if (!(element instanceof HTMLElement)) return false;
  const isOver = element instanceof HTMLDialogElement || element.matches(":popover-open");
  return isOver || (element.isContentEditable && element.matches(":focus"));
}

function focused(): HTMLElement | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element instanceof HTMLElement ? element : null;
}
