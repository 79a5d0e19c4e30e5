/** A chat model's answer as one lane gets it: each token is the event that brought it. */
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import { Answer, type ChatFailure, type Token, type ToolCall } from "../../trace/chat/answer.ts";
import { cameAs, isTokenAt, pointingAt } from "../../trace/chat/token.ts";
import { capitalised, grouped, milliseconds } from "../../trace/en/figures.ts";
import type { LaneView } from "../../trace/run/lane.ts";
import type { Pointing } from "../../trace/run/pointing.ts";
import { type Problem, problemIn } from "../../trace/run/problem.ts";
import type { LaneName } from "../../trace/run/records.ts";
import type { Run } from "../../trace/run/run.ts";
import { FollowEnd } from "../controls/follow-end.ts";
import { legible } from "../controls/legible.ts";
import { prose } from "../controls/prose.ts";
import { icons } from "../icons.ts";
import { follow, followPage } from "../playground/follow.ts";
import { pointed } from "../playground/pointed.ts";
import { base } from "../styles/base.ts";
import { facts } from "../styles/panel.ts";
import { answerStyles } from "./answer-styles.ts";
import { chat } from "./chat.ts";
import { chatTexts } from "./chat-texts.ts";
import "./request-headers.ts";
import { TokenCursor, type Tokens } from "./token-cursor.ts";
import { type WrongWay, wrongWayIn } from "./ways.ts";
import "./wrong-way.ts";

/** The newest tokens can be pointed at; those before them are one text. */
const POINTABLE = 1000;

export class AnswerText extends LitElement {
  static override properties = { name: {} };
  static override styles = [base, facts, answerStyles];
  declare name: LaneName;
  readonly #page = followPage(this);
  readonly #pointed = follow(this, pointed);
  readonly #chat = follow(this, chat);
  readonly #end = new FollowEnd(this, () => this);
  readonly #cursor = new TokenCursor(this, () => this.#pointable());
  #run: Run | undefined;
  #answer: Answer | undefined;
  #wrong: WrongWay | undefined;
  #isTold = false;

  constructor() {
    super();
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
    if (this.#cursor.at !== null) {
      this.renderRoot
        .querySelector(`#token-${this.#cursor.at}`)
        ?.scrollIntoView({ block: "nearest" });
    }
  }

  override render() {
    const answer = this.#answer;
    const run = this.#run;
    if (answer === undefined || run === undefined) return nothing;
    const { label, before } = chatTexts.answer;
    const resumed = this.#chat.resumed?.lanes[this.name]?.text;
    const lane = run.lane(this.name);
    const problem = problemIn(run, lane);
    return html`<section ${ref(this.#end.content)} aria-label=${label}>
      ${this.#facts(answer)}
      <sse-wrong-way name=${this.name}></sse-wrong-way>
      <div
        class="text"
        tabindex="0"
        role="group"
        aria-label=${label}
        aria-activedescendant=${this.#cursor.at === null ? nothing : `token-${this.#cursor.at}`}
        @pointerover=${(event: Event) => this.#pointed.point(this.#pointingAt(indexAt(event)))}
        @pointerleave=${() => this.#pointed.point(null)}
        @click=${(event: Event) => this.#goTo(indexAt(event))}
        @keydown=${this.#cursor.press}
        @blur=${this.#cursor.leave}
      >${
        resumed === undefined
          ? nothing
          : html`<span class="before" title=${before}>${legible(resumed)}</span>`
      }${problem === null ? this.#text(lane, answer, resumed !== undefined) : refused(problem)}${answer.toolCalls.length === 0 ? nothing : toolCalls(answer.toolCalls)}${answer.failure === null ? nothing : failed(answer.failure)}${
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

  #text(lane: LaneView, answer: Answer, isResumed: boolean): unknown {
    const { tokens, doneAt, failure } = answer;
    if (tokens.length === 0) {
      const isOver = doneAt !== null || failure !== null;
      if (isOver && isResumed) return nothing; // all of its text came before
      const { waiting, noText } = chatTexts.answer;
      return html`<span class="waiting">${isOver ? noText(answer) : waiting}</span>`;
    }
    const from = Math.max(0, tokens.length - POINTABLE);
    const earlier = tokens.slice(0, from).map(({ text }) => text);
    return html`${legible(earlier.join(""))}${tokens
      .slice(from)
      .map((token, index) => this.#token(lane, token, from + index))}`;
  }

  #token(lane: LaneView, token: Token, index: number): TemplateResult {
    const isLit = isTokenAt(this.#pointed.at, lane, token);
    const came = isLit ? cameAs(lane, token) : null;
    return html`<span
      id="token-${index}"
      data-token=${index}
      aria-current=${isLit ? "true" : nothing}
      title=${came === null ? nothing : chatTexts.answer.token(came)}
      >${legible(token.text)}</span
    >`;
  }

  #goTo(index: number | null): void {
    const pointing = this.#pointingAt(index);
    if (pointing !== null) this.#pointed.goTo(pointing);
  }

  #pointable(): Tokens {
    const count = this.#answer?.tokens.length ?? 0;
    return {
      from: Math.max(0, count - POINTABLE),
      count,
      point: (index) => this.#pointed.point(this.#pointingAt(index)),
      goTo: (index) => this.#goTo(index),
    };
  }

  #pointingAt(index: number | null): Pointing | null {
    const token = index === null ? undefined : this.#answer?.tokens[index];
    return this.#run && token ? pointingAt(this.#run.lane(this.name), token) : null;
  }
}
customElements.define("sse-answer", AnswerText);

function toolCalls(calls: readonly ToolCall[]): TemplateResult {
  const { tool, noTools } = chatTexts.answer;
  return html`${calls.map(
    (call) =>
      html`<p class="done">${tool} <code>${legible(`${call.name}(${call.arguments})`)}</code></p>`,
  )}<p class="done">${noTools}</p>`;
}

function indexAt({ target }: Event): number | null {
  const index = target instanceof HTMLElement ? target.dataset["token"] : undefined;
  return index === undefined ? null : Number(index);
}

function failed({ kind, status, detail }: ChatFailure): TemplateResult {
  return alert(chatTexts.answer.failed(kind, status), detail);
}

function refused({ status, detail }: Problem): TemplateResult {
  return alert(chatTexts.answer.refused(status), detail);
}

function alert(what: string, detail: string): TemplateResult {
  return html`<p class="failure" role="alert">${icons.broken} <b>${what}</b> ${legible(capitalised(detail))}</p>`;
}
