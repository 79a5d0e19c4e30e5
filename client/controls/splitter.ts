/** A bar between two parts of the page that moves their border: by pointer, touch and keys. */
import { css, html, LitElement } from "lit";
import { base } from "../styles/base.ts";
import { hasKeys } from "./by-hand.ts";

/**
 * @attr label the part that it makes larger or smaller
 * @attr axis `x`: the parts stand beside each other; `y`: below each other
 * @attr back whether the part stands behind it, and grows as it moves back
 * @fires size when the part is to have another size: `event.detail`, px; `null`: the size that it had at first
 */
export class Splitter extends LitElement {
  static override properties = {
    label: {},
    axis: { reflect: true },
    back: { type: Boolean },
    pane: { attribute: false, hasChanged: () => false }, // to measure the part costs the page a layout
  };
  static override styles = [
    base,
    css`
      :host {
        z-index: 1;
        touch-action: none;
      }
      div {
        position: absolute;
        inset: 0;
      }
      :host([axis="x"]) { cursor: col-resize; }
      :host([axis="y"]) { cursor: row-resize; }
      div::after {
        content: "";
        position: absolute;
        inset: 4px;
        border-radius: 2px;
        background: var(--accent);
        opacity: 0;
      }
      :host(:is(:hover, :active)) div::after,
      div:focus-visible::after {
        opacity: 0.7;
      }
      div:focus-visible { outline-offset: -1px; }
    `,
  ];
  declare label: string;
  declare axis: "x" | "y";
  declare back: boolean;
  declare pane: () => HTMLElement | null;
  #pressed: { at: number; size: number } | undefined; // px

  constructor() {
    super();
    this.addEventListener("pointerdown", (event) => {
      this.setPointerCapture(event.pointerId);
      this.#pressed = { at: this.#along(event), size: this.#size };
    });
    this.addEventListener("pointermove", (event) => {
      if (this.#pressed === undefined) return;
      const { at, size } = this.#pressed;
      this.#tell(size + (this.#along(event) - at) * (this.back ? -1 : 1));
    });
    for (const end of ["pointerup", "pointercancel"] as const) {
      this.addEventListener(end, () => {
        this.#pressed = undefined;
      });
    }
    this.addEventListener("dblclick", () => this.#tell(null));
    this.addEventListener("focusin", () => this.requestUpdate());
  }

  override render() {
    const whole = this.axis === "x" ? innerWidth : innerHeight;
    return html`<div
      role="separator"
      tabindex="0"
      aria-label=${this.label}
      aria-orientation=${this.axis === "x" ? "vertical" : "horizontal"}
      aria-valuemin="0"
      aria-valuemax="100"
      aria-valuenow=${Math.round((this.#size / whole) * 100)}
      title=${`${this.label}: ${hasKeys() ? "drag, or use the arrow keys; a double click or Enter sets it back" : "drag"}`}
      @focus=${() => this.requestUpdate()}
      @keydown=${this.#press}
    ></div>`;
  }

  get #size(): number {
    const { width = 0, height = 0 } = this.pane()?.getBoundingClientRect() ?? {};
    return this.axis === "x" ? width : height;
  }

  #along({ clientX, clientY }: PointerEvent): number {
    return this.axis === "x" ? clientX : clientY;
  }

  readonly #press = (event: KeyboardEvent): void => {
    const by = movedBy(event.key, this.axis);
    if (by === undefined && event.key !== "Enter") return;
    event.preventDefault();
    event.stopPropagation();
    this.#tell(by === undefined ? null : this.#size + by * (this.back ? -1 : 1));
  };

  #tell(size: number | null): void {
    this.dispatchEvent(new CustomEvent<number | null>("size", { detail: size }));
    this.requestUpdate();
  }
}
customElements.define("sse-splitter", Splitter);

const STEP = 24; // px

/** @returns px to the right, or down; `undefined` for a key that moves nothing along this axis */
function movedBy(key: string, axis: "x" | "y"): number | undefined {
  const [less, more] = axis === "x" ? ["ArrowLeft", "ArrowRight"] : ["ArrowUp", "ArrowDown"];
  if (key === less) return -STEP;
  return key === more ? STEP : undefined;
}
