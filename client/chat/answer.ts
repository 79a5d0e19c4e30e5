import { html, LitElement, nothing, type TemplateResult } from "lit";
import { Answer, type ChatFailure, type Token } from "../../trace/answer.ts";
import { grouped, milliseconds } from "../../trace/figures.ts";
import { chunkOf, isAt, type Pointing } from "../../trace/pointing.ts";
import type { LaneName } from "../../trace/records.ts";
import type { Run } from "../../trace/run.ts";
import { chatTexts } from "../chat-texts.ts";
import { legible } from "../controls/legible.ts";
import { prose } from "../controls/prose.ts";
import { icons } from "../icons.ts";
import { PlaygroundController } from "../playground/playground-controller.ts";
import { PointedController } from "../playground/pointed.ts";
import { base } from "../styles/base.ts";
import { answerStyles } from "./answer-styles.ts";
import { ChatController } from "./chat-controller.ts";
import "./request-headers.ts";
import "./wrong-way.ts";

/** So many tokens can be pointed at, the newest ones; those before them are one text. */
const POINTABLE = 1000;

/**
 * A chat model's answer as one lane gets it: each token is the event that brought it.
 * @element sse-answer
 * @attr name `eventsource` or `fetch`
 */
export class AnswerText extends LitElement {
  static override properties = { name: {} };
  static override styles = [base, answerStyles];
  declare name: LaneName;
  readonly #page = new PlaygroundController(this).playground;
  readonly #pointed = new PointedController(this).pointed;
  readonly #chat = new ChatController(this).chat;
  #run: Run | undefined;
  #answer: Answer | undefined;

  override willUpdate(): void {
    const run = this.#page.current?.run;
    if (run !== this.#run) this.#answer = run && new Answer(run.lane(this.name));
    this.#run = run;
    this.#answer?.read();
  }

  override render() {
    const answer = this.#answer;
    if (answer === undefined) return nothing;
    const { label, before } = chatTexts.answer;
    const resumed = this.#chat.resumed?.lanes[this.name]?.text;
    return html`<section aria-label=${label}>
      ${this.#facts(answer)}
      <div class="text" tabindex="0" role="group" aria-label=${label}>${
        resumed === undefined
          ? nothing
          : html`<span class="before" title=${before}>${legible(resumed)}</span>`
      }${this.#text(answer.tokens)}${answer.failure === null ? nothing : failed(answer.failure)}${
        answer.doneAt === null
          ? nothing
          : html`<p class="done">${prose(chatTexts.answer.done[this.name])}</p>`
      }</div>
      <sse-wrong-way name=${this.name}></sse-wrong-way>
      <sse-request-headers name=${this.name}></sse-request-headers>
    </section>`;
  }

  #facts({ firstTokenAfter, tokensPerSecond, tokens, usage }: Answer): TemplateResult {
    const words = chatTexts.answer;
    const fact = (name: string, value: number | null, figure: (value: number) => string) =>
      value === null ? nothing : html`<div><dt>${name}</dt><dd>${figure(value)}</dd></div>`;
    return html`<dl title=${usage === null ? nothing : words.usage(usage)}>
      ${fact(words.firstToken, firstTokenAfter, milliseconds)}
      ${fact(words.pace, tokensPerSecond, words.perSecond)}
      ${fact(words.tokens, tokens.length || null, grouped)}
    </dl>`;
  }

  #text(tokens: readonly Token[]): unknown {
    if (tokens.length === 0) return html`<span class="waiting">${chatTexts.answer.waiting}</span>`;
    const earlier = tokens.slice(0, -POINTABLE).map(({ text }) => text);
    return html`${legible(earlier.join(""))}${tokens
      .slice(-POINTABLE)
      .map((token) => this.#token(token))}`;
  }

  #token({ text, attempt: number, index }: Token): TemplateResult {
    const attempt = this.#run?.lane(this.name).attempts[number - 1];
    const written = attempt?.writtenFor(index) ?? null;
    const { at } = this.#pointed;
    const isLit = written !== null && isAt(at, this.name, number, written);
    const pointing: Pointing | null = written && {
      kind: "events",
      lane: this.name,
      attempt: number,
      first: written.number,
      last: written.number,
    };
    return html`<span
      class="token"
      aria-current=${isLit ? "true" : nothing}
      title=${chatTexts.answer.token(attempt?.arrived[index]?.lastEventId ?? "", attempt === undefined ? null : chunkOf(attempt, index))}
      @pointerenter=${() => this.#pointed.point(pointing)}
      @pointerleave=${() => this.#pointed.point(null)}
      @click=${() => pointing && this.#pointed.goTo(pointing)}
      >${legible(text)}</span
    >`;
  }
}
customElements.define("sse-answer", AnswerText);

/** What happened and what to do, in the relay's words. */
function failed({ kind, status, detail }: ChatFailure): TemplateResult {
  return html`<p class="failure" role="alert">
    ${icons.broken} <b>${chatTexts.answer.failed(kind, status)}</b> ${legible(detail)}
  </p>`;
}
