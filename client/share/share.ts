/**
 * The menu of what people take along: a link, files of the run that is shown, code that runs elsewhere;
 * and the way back, a trace that is opened.
 */

import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { laneTitles } from "../../trace/en/lane-titles.ts";
import { LANES } from "../../trace/run/lanes.ts";
import { strangerOf } from "../../trace/run/passing.ts";
import { curl } from "../../trace/share/copy-as/curl.ts";
import type { Asked } from "../../trace/share/copy-as/request.ts";
import { readPresenter } from "../connections/presenter.ts";
import { hasKeys } from "../controls/by-hand.ts";
import { copyOrSelect } from "../controls/copy.ts";
import { dialogHead, ModalDialog } from "../controls/dialog.ts";
import { menu } from "../controls/menu.ts";
import { prose } from "../controls/prose.ts";
import { followPage } from "../playground/follow.ts";
import { askedIn, laneCode } from "../playground/lane-code.ts";
import type { LiveRun } from "../playground/live-run.ts";
import { CHAT } from "../playground/set-up.ts";
import { base } from "../styles/base.ts";
import { dialog } from "../styles/dialog.ts";
import { linkTo } from "./address.ts";
import { forRoom, LinkError } from "./link.ts";
import { openTraceFile } from "./open-trace.ts";
import {
  rawBytesIn,
  saveBytes,
  savePage,
  saveReport,
  saveScript,
  saveTrace,
  serverProgram,
} from "./save-run.ts";
import { shareTexts } from "./share-texts.ts";

const MOST_REQUESTS = 100; // the first ones

export class Share extends LitElement {
  static override properties = {
    said: { state: true },
    shown: { state: true },
    request: { state: true },
  };
  static override styles = [
    base,
    dialog,
    css`
      dialog { width: 36rem; }
      section { margin-bottom: 0.9rem; }
      p {
        margin: 0.1rem 0 0;
        color: var(--ink-2);
      }
      .flow { margin-top: 0.35rem; }
      .file { cursor: pointer; }
      .file:has(:focus-visible) {
        outline: 2px solid var(--accent);
        outline-offset: 2px;
      }
      .said {
        min-height: 1.45em;
        color: var(--ink);
      }
      textarea { height: 9rem; }
    `,
  ];
  /** It says what became of the last thing that was asked for; "" before any. */
  declare said: string;
  /** It was copied; where there is no clipboard it is selected here. */
  declare shown: string;
  /** The request that is copied is called so; "" for the first one. */
  declare request: string;
  readonly #page = followPage(this);
  readonly #dialog = new ModalDialog(this);

  constructor() {
    super();
    this.said = "";
    this.shown = "";
    this.request = "";
  }

  open(): void {
    this.said = "";
    this.shown = "";
    void this.#dialog.open();
  }

  override render() {
    const { current, isViewer } = this.#page;
    const words = shareTexts;
    return html`<dialog aria-labelledby="title" closedby="any">
      ${dialogHead(words.title)}
      ${
        isViewer
          ? nothing
          : this.#section(words.link.title, words.link.explain, [
              this.#button(words.link.copy, () => this.#copyLink()),
            ])
      }
      ${this.#section(words.export.title, current ? "" : words.nothing, current ? this.#exports(current) : [this.#scriptButton()])}
      ${current === undefined || isStrangers(current) ? nothing : this.#section(words.copyAs.title, words.copyAs.explain, this.#codes(current))}
      ${isViewer ? nothing : this.#section(words.open.title, words.open.explain, [this.#picker()])}
      <p class="said" role="status">${prose(this.said)}</p>
      ${this.shown === "" ? nothing : html`<textarea readonly aria-label=${words.copied} .value=${this.shown}></textarea>`}
    </dialog>`;
  }

  #section(title: string, explain: string, buttons: readonly unknown[]): TemplateResult {
    return html`<section aria-label=${title}>
      <h3>${title}</h3>
      ${explain === "" ? nothing : html`<p>${prose(explain)}</p>`}
      <div class="flow">${buttons}</div>
    </section>`;
  }

  #exports(current: LiveRun): unknown[] {
    const { run } = current;
    const words = shareTexts.export;
    return [
      isStrangers(current)
        ? nothing
        : this.#button(words.report, () => saveReport(run, current.now)),
      this.#page.isViewer ? nothing : this.#button(words.page, () => savePage(run)),
      this.#button(words.trace, () => saveTrace(run)),
      this.#scriptButton(),
      ...rawBytesIn(run).map((raw) =>
        this.#button(words.raw(raw.side, laneTitles[raw.lane]), () => saveBytes(run, raw)),
      ),
    ];
  }

  #scriptButton(): unknown {
    const { script, edited, scriptName } = this.#page;
    const text = edited?.text ?? script?.text;
    if (text === undefined || scriptName === CHAT) return nothing; // a chat plays none
    return this.#button(shareTexts.export.script, () => saveScript(scriptName, text));
  }

  #codes(current: LiveRun): unknown[] {
    const words = shareTexts.copyAs;
    const requests = requestsOf(current);
    const chosen = requests.find(({ name }) => name === this.request) ?? requests[0];
    const program = serverProgram(current.run);
    return [
      chosen && this.#button(words.curl, () => this.#copy(curl(chosen.asked))),
      chosen && requests.length > 1 && this.#requests(requests, chosen.name),
      ...LANES.map((lane) => {
        const code = laneCode(current, lane);
        return code && this.#button(words[lane], () => this.#copy(code));
      }),
      program && this.#button(words.server, () => this.#copy(program)),
    ].filter((button) => button);
  }

  /** Any attempt's request can be copied as curl. */
  #requests(requests: readonly Request[], chosen: string): TemplateResult {
    const choose = (request: string) => {
      this.request = request;
    };
    const names = requests.map(({ name }) => name);
    const look = { kind: "button", label: shareTexts.copyAs.which };
    return menu(names, (name) => name, chosen, choose, look);
  }

  #button(name: string, act: () => unknown): TemplateResult {
    return html`<button class="button" @click=${() => this.#do(act)}>${name}</button>`;
  }

  #picker(): TemplateResult {
    const pick = async ({ target }: Event) => {
      if (!(target instanceof HTMLInputElement)) return;
      const [file] = target.files ?? [];
      target.value = ""; // the same file may be picked again
      if (file === undefined) return;
      this.#dialog.close();
      await openTraceFile(this.#page, file);
    };
    return html`<label class="button file">
      ${shareTexts.open.pick}
      <input class="visually-hidden" type="file" accept=".json,.har,application/json" @change=${pick} />
    </label>`;
  }

  async #do(act: () => unknown): Promise<void> {
    this.said = "";
    this.shown = "";
    try {
      await act();
    } catch (error) {
      this.said = error instanceof LinkError ? error.message : shareTexts.failed;
    }
  }

  async #copyLink(): Promise<void> {
    const none = { hosts: [] };
    const { hosts } = this.#page.isViewer ? none : await readPresenter().catch(() => none);
    await this.#copy(forRoom(await linkTo(this.#page), hosts));
  }

  async #copy(text: string): Promise<void> {
    this.shown = text;
    this.said = (await copyOrSelect(this, text)) ? shareTexts.done : shareTexts.selected(hasKeys());
  }
}
customElements.define("sse-share", Share);

/** A stranger's server is nothing that we could ask again, and no report has both its ends. */
function isStrangers({ run }: LiveRun): boolean {
  return strangerOf(run) !== undefined;
}

type Request = { name: string; asked: Asked };

/** Somebody else can make them again; no more are looked at than are shown. */
function requestsOf(current: LiveRun): Request[] {
  const requests: Request[] = [];
  for (const lane of LANES) {
    const title = laneTitles[lane];
    for (const { number } of current.run.lane(lane).attempts) {
      if (requests.length === MOST_REQUESTS) return requests;
      const asked = askedIn(current, lane, number);
      if (asked === undefined) continue;
      requests.push({ name: shareTexts.copyAs.request(title, number, asked.lastEventId), asked });
    }
  }
  return requests;
}
