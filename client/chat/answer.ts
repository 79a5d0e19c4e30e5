import { html, LitElement, nothing, type TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import { Answer, type ChatFailure, type Token } from "../../trace/answer.ts";
import type { AttemptView } from "../../trace/attempt.ts";
import type { WrittenEvent } from "../../trace/connection.ts";
import { grouped, milliseconds } from "../../trace/figures.ts";
import { chunkOf, isAt, type Pointing } from "../../trace/pointing.ts";
import type { LaneName } from "../../trace/records.ts";
import type { Run } from "../../trace/run.ts";
import { chatTexts } from "../chat-texts.ts";
import { legible } from "../controls/legible.ts";
import { prose } from "../controls/prose.ts";
import { icons } from "../icons.ts";
import { FollowEnd } from "../log/follow-end.ts";
import { PlaygroundController } from "../playground/playground-controller.ts";
import { PointedController } from "../playground/pointed.ts";
import { base } from "../styles/base.ts";
import { answerStyles } from "./answer-styles.ts";
import { ChatController } from "./chat-controller.ts";
import "./request-headers.ts";
import { type WrongWay, wrongWayIn } from "./ways.ts";
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
  readonly #end = new FollowEnd(this, () => this);
  #run: Run | undefined;
  #answer: Answer | undefined;
  #wrong: WrongWay | undefined;
  /** Whether the wrong way was shown before. */
  #isTold = false;

  constructor() {
    super();
    this.name = "eventsource";
    this.addEventListener("scroll", this.#end.scrolled);
  }

  override willUpdate(): void {
    const run = this.#page.current?.run;
    if (run !== this.#run) {
      this.#run = run;
      this.#answer = run && new Answer(run.lane(this.name));
      this.#end.follows = true;
    }
    this.#answer?.read();
    const wrong = run && wrongWayIn(run, this.name, this.#chat.choice.way);
    if (wrong !== undefined) this.#end.follows = false; // what it lost stands on top
    this.#isTold = wrong !== undefined && wrong === this.#wrong;
    this.#wrong = wrong;
  }

  override updated(): void {
    if (this.#wrong !== undefined && !this.#isTold) this.scrollTop = 0;
  }

  override render() {
    const answer = this.#answer;
    if (answer === undefined) return nothing;
    const { label, before } = chatTexts.answer;
    const resumed = this.#chat.resumed?.lanes[this.name]?.text;
    return html`<section ${ref(this.#end.content)} aria-label=${label}>
      ${this.#facts(answer)}
      <sse-wrong-way name=${this.name}></sse-wrong-way>
      <div
        class="text"
        tabindex="0"
        role="group"
        aria-label=${label}
        @pointerover=${(event: Event) => this.#pointed.point(this.#pointingAt(event))}
        @pointerleave=${() => this.#pointed.point(null)}
        @click=${this.#goTo}
      >${
        resumed === undefined
          ? nothing
          : html`<span class="before" title=${before}>${legible(resumed)}</span>`
      }${this.#text(answer.tokens)}${answer.failure === null ? nothing : failed(answer.failure)}${
        answer.doneAt === null
          ? nothing
          : html`<p class="done">${prose(chatTexts.answer.done[this.name])}</p>`
      }</div>
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
    const from = Math.max(0, tokens.length - POINTABLE);
    const earlier = tokens.slice(0, from).map(({ text }) => text);
    return html`${legible(earlier.join(""))}${tokens
      .slice(from)
      .map((token, index) => this.#token(token, from + index))}`;
  }

  #token(token: Token, index: number): TemplateResult {
    const written = this.#writtenFor(token);
    const isLit = written !== null && isAt(this.#pointed.at, this.name, token.attempt, written);
    return html`<span
      data-token=${index}
      aria-current=${isLit ? "true" : nothing}
      title=${isLit ? this.#cameAs(token) : nothing}
      >${legible(token.text)}</span
    >`;
  }

  #goTo(event: Event): void {
    const pointing = this.#pointingAt(event);
    if (pointing !== null) this.#pointed.goTo(pointing);
  }

  #attemptOf({ attempt }: Token): AttemptView | undefined {
    return this.#run?.lane(this.name).attempts[attempt - 1];
  }

  #writtenFor(token: Token): WrittenEvent | null {
    return this.#attemptOf(token)?.writtenFor(token.index) ?? null;
  }

  /** The event and the chunk that brought it. */
  #cameAs(token: Token): string | typeof nothing {
    const attempt = this.#attemptOf(token);
    const event = attempt?.arrived[token.index];
    if (attempt === undefined || event === undefined) return nothing;
    return chatTexts.answer.token(event.lastEventId, chunkOf(attempt, token.index));
  }

  /** What the log shows of the token that the pointer is at. */
  #pointingAt({ target }: Event): Pointing | null {
    const index = target instanceof HTMLElement ? target.dataset["token"] : undefined;
    const token = this.#answer?.tokens[Number(index)];
    const number = token && this.#writtenFor(token)?.number;
    if (token === undefined || number === undefined) return null;
    const { attempt } = token;
    return { kind: "events", lane: this.name, attempt, first: number, last: number };
  }
}
customElements.define("sse-answer", AnswerText);

/** What happened and what to do, in the relay's words. */
function failed({ kind, status, detail }: ChatFailure): TemplateResult {
  return html`<p class="failure" role="alert">
    ${icons.broken} <b>${chatTexts.answer.failed(kind, status)}</b> ${legible(detail)}
  </p>`;
}
