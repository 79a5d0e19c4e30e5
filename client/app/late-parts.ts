/**
 * Parts of the page that come after the first paint: one that could not be loaded says so, and can be asked for
 * again.
 */
import { html, type LitElement, type TemplateResult } from "lit";
import type { ChatSource } from "../playground/played-script.ts";
import { appTexts } from "./app-texts.ts";

const chunks = {
  timeline: () => import("../timeline/timeline.ts"),
  script: () => import("../script/script.ts"),
  log: () => import("../log/log.ts"),
  splitters: () => import("../controls/splitter.ts"),
  streams: () => import("../header/stream-list.ts"),
  keys: () => import("../keys/key-sheet.ts"),
  step: () => import("../step/step.ts"),
  breakIt: () => import("../break-it/break-it.ts"),
  // A step that is there before its styles stands far down, and jumps once they come.
  lesson: async (app: LitElement) => {
    const { wearLearning } = await import("./learning-styles.ts");
    wearLearning(app);
    await import("../learn/lesson.ts");
  },
  lessons: () => import("../learn/lesson-list.ts"),
  share: () => import("../share/share.ts"),
  browser: () => import("../this-browser/this-browser.ts"),
  yourStream: () => import("../your-stream/your-stream.ts"),
  // Its elements stand inside the script panel and the lanes, which know their names alone.
  chat: () =>
    Promise.all([
      import("../chat/chat-panel.ts"),
      import("../chat/recorded-question.ts"),
      import("../chat/answer.ts"),
    ]),
};

/** Parts in whose place a note stands until they are here; without splitters nothing is missed. */
const PLACED: ReadonlySet<string> = new Set(["timeline", "script", "log", "splitters"]);

export async function loadChat(): Promise<ChatSource> {
  return (await import("../chat/chat.ts")).chat;
}

type LatePart = keyof typeof chunks;

export class LateParts {
  readonly #host: LitElement;
  readonly #states = new Map<LatePart, "coming" | "here" | "missing">();

  constructor(host: LitElement) {
    this.#host = host;
  }

  /** Returns whether the part is here now. */
  async load(part: LatePart): Promise<boolean> {
    try {
      await chunks[part](this.#host);
      this.#states.set(part, "here");
    } catch {
      this.#states.set(part, "missing");
    }
    this.#host.requestUpdate();
    return this.#states.get(part) === "here";
  }

  /** Loads a part that shows itself without being asked for; the first call alone does something. */
  begin(part: LatePart): void {
    if (this.#states.has(part)) return;
    this.#states.set(part, "coming");
    void this.load(part);
  }

  /** Stands in the place of a part that is on its way, or could not be loaded. */
  note(part: LatePart): TemplateResult | undefined {
    const state = this.#states.get(part);
    if (state === "here") return undefined;
    const { loading, missing, again } = appTexts.late;
    const name = appTexts.late.parts[part];
    if (state !== "missing") return html`<p class="note loading">${loading(name)}</p>`;
    return html`<p class="note" role="alert">
      ${missing(name)} <button class="button" @click=${() => this.load(part)}>${again}</button>
    </p>`;
  }

  /** Says the same of parts without a place of their own, but only once they could not be loaded. */
  alarms(): (TemplateResult | undefined)[] {
    const missing = [...this.#states].filter(([, state]) => state === "missing");
    return missing.flatMap(([part]) => (PLACED.has(part) ? [] : [this.note(part)]));
  }
}
