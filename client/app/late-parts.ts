import { html, type LitElement, type TemplateResult } from "lit";
import { texts } from "../texts.ts";

/** What the first paint does not need: a chunk each. */
const chunks = {
  timeline: () => import("../timeline/timeline.ts"),
  script: () => import("../script/script.ts"),
  log: () => import("../log/log.ts"),
  keys: () => import("../keys/key-sheet.ts"),
  parser: () => import("../step/step.ts"),
  faults: () => import("../break-it/break-it.ts"),
  share: () => import("../share/share.ts"),
  browser: () => import("../this-browser/this-browser.ts"),
};

export type LatePart = keyof typeof chunks;

/** Parts of the page that come late: one that could not be loaded says so, and can be asked for again. */
export class LateParts {
  readonly #host: LitElement;
  readonly #missing = new Set<LatePart>();
  readonly #loaded = new Set<LatePart>();

  constructor(host: LitElement) {
    this.#host = host;
  }

  /** Loads a part, unless it is here. Returns whether it is here now. */
  async load(part: LatePart): Promise<boolean> {
    try {
      await chunks[part]();
      this.#loaded.add(part);
      this.#missing.delete(part);
    } catch {
      this.#missing.add(part);
    }
    this.#host.requestUpdate();
    return this.#loaded.has(part);
  }

  /** What stands in the place of a part that is not here: it is on its way, or could not be loaded. */
  note(part: LatePart): TemplateResult | undefined {
    if (this.#loaded.has(part)) return undefined;
    const { loading, missing, again } = texts.late;
    const name = texts.late.parts[part];
    if (!this.#missing.has(part)) return html`<p class="note loading">${loading(name)}</p>`;
    return html`<p class="note" role="alert">
      ${missing(name)} <button class="button" @click=${() => this.load(part)}>${again}</button>
    </p>`;
  }

  /** The same for a part without a place of its own, which nobody waits for before it is asked for. */
  alarm(part: LatePart): TemplateResult | undefined {
    return this.#missing.has(part) ? this.note(part) : undefined;
  }
}
