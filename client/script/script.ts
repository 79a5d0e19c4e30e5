/**
 * The text that the server plays, to be read and changed. The text itself is the playground's; the
 * editor comes in a chunk of its own after the first paint, until then the text just stands there.
 */
import { html, LitElement, nothing, type TemplateResult } from "lit";
import type { Problem } from "../../protocol/script/problem.ts";
import { lineAt } from "../../trace/run/pointing.ts";
import type { Script } from "../connections/scripts.ts";
import { closeButton, enlargeButton, keyButton } from "../controls/buttons.ts";
import { ANYWHERE, KeysController } from "../keys/keys.ts";
import { follow, followPage } from "../playground/follow.ts";
import { pointed } from "../playground/pointed.ts";
import { CHAT } from "../playground/set-up.ts";
import { base } from "../styles/base.ts";
import { pane } from "../styles/panel.ts";
import type { Editor, Written } from "./editor.ts";
import { PasteStream } from "./paste-stream.ts";
import { scriptStyles } from "./script-styles.ts";
import { scriptTexts } from "./script-texts.ts";
import "./problem-list.ts";

/** The list of problems waits until nobody has typed for so long: half a word is no mistake yet. ms */
const REST = 400;

/**
 * @attr large whether it is shown alone
 * @fires enlarge when it is to be shown alone, or with the others again
 * @fires close when somebody is done with it, where it is a drawer
 */
export class ScriptPanel extends LitElement {
  static override properties = { large: { type: Boolean } };
  static override styles = [base, pane, scriptStyles];
  declare large: boolean;
  readonly #page = followPage(this);
  readonly #pointed = follow(this, pointed);
  #editor: Editor | undefined;
  #isMissing = false;
  #problems: readonly Problem[] = [];
  /** There are so many more. */
  #untold = 0;
  #opened: Script | undefined;
  #text: string | undefined;
  #resting: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    new KeysController(this, () => ({
      where: scriptTexts.title,
      keys: this.#page.isViewer ? [] : scriptTexts.keys,
    }));
    const paste = { key: "v", name: scriptTexts.paste.title, act: () => this.#openPaste() };
    const sheet = { key: "a", name: scriptTexts.sheet.key, act: () => void this.#openSheet() };
    new KeysController(this, () => ({
      where: ANYWHERE,
      keys: this.#page.isViewer ? [sheet] : [paste, sheet], // nobody plays what would be written in a viewer
    }));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.#page.isViewer)
      requestAnimationFrame(() => setTimeout(() => void this.#loadEditor()));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#resting);
    this.#editor?.close();
    this.#editor = undefined;
    this.#opened = undefined;
  }

  override willUpdate(): void {
    const { script, edited } = this.#page;
    if (this.#editor === undefined || script === undefined) return;
    const text = edited?.text ?? script.text;
    if (script !== this.#opened) {
      this.#opened = script;
      this.#shows(this.#editor.open(script.text), script.text);
    }
    if (text !== this.#text) this.#shows(this.#editor.write(text), text);
    this.#light();
  }

  override render() {
    const { script, edited, scriptName } = this.#page;
    if (scriptName === CHAT) return this.#chat();
    return html`<section aria-label=${scriptTexts.title}>
      ${this.#header()}
      <div class="editor">${this.#editor?.dom ?? plain(edited?.text ?? script?.text ?? "")}</div>
      ${this.#isMissing ? html`<p class="note" role="status">${scriptTexts.noEditor}</p>` : nothing}
      <sse-problem-list
        .problems=${this.#problems}
        untold=${this.#untold}
        @put-right=${({ detail }: CustomEvent<Problem>) => this.#editor?.putRight(detail)}
        @go-to=${({ detail }: CustomEvent<Problem>) => this.#editor?.goTo(detail)}
      ></sse-problem-list>
      <sse-paste-stream
        @paste-stream=${({ detail }: CustomEvent<string>) => this.#take(detail)}
      ></sse-paste-stream>
      <sse-directive-sheet></sse-directive-sheet>
    </section>`;
  }

  /** Draws a question in place of a script. The elements are the chat's; the app loads them. */
  #chat(): TemplateResult {
    const { isViewer } = this.#page;
    return html`<section aria-label=${scriptTexts.chat}>
      <header class="flow">
        <h2>${scriptTexts.chat}</h2>
        <span class="grow"></span>
        ${enlargeButton(this, scriptTexts.chat, this.large)} ${closeButton(this.#close)}
      </header>
      ${isViewer ? html`<sse-recorded-question></sse-recorded-question>` : html`<sse-chat-panel @ask=${this.#uncover}></sse-chat-panel>`}
    </section>`;
  }

  /** Closes the panel where it is a drawer, since it covers what becomes of the question. */
  #uncover(): void {
    if (this.hasAttribute("open")) this.dispatchEvent(new Event("close"));
  }

  readonly #close = (): void => {
    this.dispatchEvent(new Event("close"));
  };

  #header(): TemplateResult {
    const { scriptName, edited } = this.#page;
    const file = scriptTexts.file(scriptName);
    const [first, second] = scriptTexts.title.split(" ");
    const { sheet } = scriptTexts;
    const { title, short, why } = scriptTexts.paste;
    return html`<header class="flow ${edited === undefined ? "" : "edited"}">
      <h2><span class="first">${first}</span> ${second}</h2>
      <small class="name" title=${file}>${file}</small>
      <span class="grow"></span>
      ${
        edited === undefined
          ? nothing
          : html`<small>${scriptTexts.edited}</small>
              <button
                class="button"
                title=${scriptTexts.resetHint}
                @click=${() => this.#page.edit(undefined)}
              >
                ${scriptTexts.reset}
              </button>`
      }
      ${keyButton(sheet.button, { kind: "button sheet", label: sheet.title, key: "A", why: sheet.why, act: this.#openSheet })}
      ${keyButton(html`${short}<span class="more">${title.slice(short.length)}</span>`, {
        kind: "button paste",
        label: title,
        key: "V",
        why,
        disabled: this.#editor === undefined,
        act: this.#openPaste,
      })}
      ${enlargeButton(this, scriptTexts.part, this.large)} ${closeButton(this.#close)}
    </header>`;
  }

  async #loadEditor(): Promise<void> {
    try {
      const { createEditor } = await import("./editor.ts");
      const root = this.shadowRoot;
      if (!this.isConnected || this.#editor !== undefined || root === null) return;
      this.#editor = createEditor(root, {
        change: (written) => this.#changed(written),
        run: () => void this.#page.run(),
        help: () => void this.#openSheet(),
        point: (block) => this.#pointed.point(block && { kind: "lines", ...block }),
        goTo: (block) => {
          if (this.#isPlayed) this.#pointed.goTo({ kind: "lines", ...block });
        },
      });
    } catch {
      this.#isMissing = true;
    }
    this.requestUpdate();
  }

  #changed({ text, asOpened, eventTypes, faulty, problems, untold }: Written): void {
    this.#text = text;
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => {
      this.#problems = problems;
      this.#untold = untold;
      this.requestUpdate();
    }, REST);
    this.#page.edit(asOpened ? undefined : { text, eventTypes, faulty });
  }

  /** The run's lines are the editor's only while the text is the one that was played. */
  get #isPlayed(): boolean {
    return this.#page.current?.run.setup.script.text === this.#text;
  }

  #light(): void {
    const run = this.#page.current?.run;
    this.#editor?.light(run && this.#isPlayed ? lineAt(this.#pointed.at, run) : 0);
  }

  #shows({ problems, untold }: Written, text: string): void {
    clearTimeout(this.#resting);
    this.#problems = problems;
    this.#untold = untold;
    this.#text = text;
  }

  #take(text: string): void {
    if (this.#editor !== undefined) this.#changed(this.#editor.write(text));
  }

  readonly #openSheet = async (): Promise<void> => {
    const { DirectiveSheet } = await import("./directive-sheet.ts");
    const dialog = this.renderRoot.querySelector("sse-directive-sheet");
    if (dialog instanceof DirectiveSheet) dialog.open();
  };

  readonly #openPaste = (): void => {
    if (this.#editor === undefined) return;
    const dialog = this.renderRoot.querySelector("sse-paste-stream");
    if (dialog instanceof PasteStream) dialog.open();
  };
}
customElements.define("sse-script", ScriptPanel);

/** The editor will lay it out in the same way. */
function plain(text: string): TemplateResult {
  const lines = text.split(/\r\n|\n|\r/);
  return html`<pre>${lines.map((line) => html`<div>${line}</div>`)}</pre>`;
}
