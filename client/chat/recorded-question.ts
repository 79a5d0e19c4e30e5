/** Says what was asked, in a page that holds one recorded run. Its chunks can still be read in a wrong way. */
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { Answer } from "../../trace/chat/answer.ts";
import { chatClientIn } from "../../trace/chat/chat-client.ts";
import { readQuestion } from "../../trace/chat/question.ts";
import { legible } from "../controls/legible.ts";
import { KeysController } from "../keys/keys.ts";
import { follow, followPage } from "../playground/follow.ts";
import { base } from "../styles/base.ts";
import { chat } from "./chat.ts";
import { chatPanelStyles } from "./chat-panel-styles.ts";
import { chatTexts } from "./chat-texts.ts";
import { modelField, wayField } from "./fields.ts";
import { waysToLook, wrongWayIn } from "./ways.ts";

export class RecordedQuestion extends LitElement {
  static override styles = [base, chatPanelStyles];
  readonly #page = followPage(this);
  readonly #chat = follow(this, chat);

  constructor() {
    super();
    new KeysController(this, () => chatTexts.keys);
  }

  override render() {
    const run = this.#page.current?.run;
    const question = readQuestion(run?.setup.script.text ?? "");
    if (run === undefined || question === undefined) return nothing;
    const { model, isDemo } = new Answer(run.lane("fetch")).read();
    const wrongRelay = wrongWayIn(run, "eventsource", "right");
    return html`<div class="fields">
      ${field(chatTexts.prompt, legible(question.message))}
      ${question.role === undefined ? nothing : field(chatTexts.role, legible(question.role))}
      ${model === null ? nothing : modelField({ model, isDemo })}
      ${field(chatTexts.client, chatTexts.clients[chatClientIn(run)].name)}
      ${
        wrongRelay === undefined
          ? wayField(this.#chat, waysToLook)
          : field(chatTexts.way, `✗ ${chatTexts.ways[wrongRelay].name}`)
      }
    </div>`;
  }
}
customElements.define("sse-recorded-question", RecordedQuestion);

function field(name: string, value: unknown): TemplateResult {
  return html`<span class="label">${name}</span><span class="said">${value}</span>`;
}
