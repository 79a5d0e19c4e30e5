/** The borders between parts of the page, which people move: where each stands is remembered. */
import { html, type LitElement, type ReactiveController, type TemplateResult } from "lit";
import { recall, remember } from "../playground/memory.ts";
import { appTexts } from "./app-texts.ts";
import { type Border, readSizes, resized, type Sizes, sizesAsStyle, writeSizes } from "./panes.ts";

const PARTS: Record<Border, string> = { script: "sse-script", lane: "sse-lane", log: "sse-log" };

export class Borders implements ReactiveController {
  readonly #host: LitElement;
  #sizes = readSizes(recall("sizes"));

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    for (const [name, value] of Object.entries(sizesAsStyle(this.#sizes))) {
      this.#host.style.setProperty(name, value);
    }
  }

  setBack(): void {
    this.#put({});
  }

  draw(border: Border, axis: "x" | "y"): TemplateResult {
    const { renderRoot } = this.#host;
    const size = ({ detail }: CustomEvent<number | null>) => {
      const lanes = [...renderRoot.querySelectorAll("sse-lane")];
      const both = lanes.reduce((sum, lane) => sum + lane.getBoundingClientRect().width, 0);
      const isShare = detail !== null && border === "lane";
      this.#put(resized(this.#sizes, border, isShare ? (detail / both) * 100 : detail));
    };
    return html`<sse-splitter
      class=${border}
      axis=${axis}
      label=${appTexts.borders[border]}
      ?back=${axis === "y"}
      .pane=${() => renderRoot.querySelector<HTMLElement>(PARTS[border])}
      @size=${size}
    ></sse-splitter>`;
  }

  #put(sizes: Sizes): void {
    this.#sizes = sizes;
    remember("sizes", writeSizes(sizes));
    this.#host.requestUpdate();
  }
}
