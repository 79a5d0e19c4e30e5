/**
 * A lesson, one step at a time: what it says, what it asks before the run, what to do, and what was seen. The
 * checks tick by themselves; what they are made of is the trace.
 */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { type Action, instruction, type Target } from "../../lessons/action.ts";
import { actOf, type Prediction, startOf } from "../../lessons/lesson.ts";
import { prose } from "../controls/prose.ts";
import { icons } from "../icons.ts";
import { KeysController } from "../keys/keys.ts";
import { follow, followPage } from "../playground/follow.ts";
import { learning } from "../playground/learning.ts";
import { pointed } from "../playground/pointed.ts";
import { isPresenting } from "../playground/presenter.ts";
import { base } from "../styles/base.ts";
import { lessonNamed, placeBeside, type Route } from "./all-lessons.ts";
import { AtStep } from "./at-step.ts";
import { drawReaders } from "./draw-readers.ts";
import { drawChecks, drawHint, drawSentence } from "./draw-sentences.ts";
import { learnStyles } from "./learn-styles.ts";
import { learnTexts } from "./learn-texts.ts";
import { perform } from "./perform.ts";
import { recallProgress, rememberDone } from "./progress.ts";

/**
 * @attr route the way that Next follows: `short`, `long` or `everything`
 * @fires list when the list of lessons is asked for
 */
export class LessonPanel extends LitElement {
  static override properties = { route: {} };
  static override styles = [base, learnStyles];
  declare route: Route;
  readonly #page = followPage(this);
  readonly #learning = follow(this, learning);
  #at: AtStep | undefined;
  /** What a press for the next step has begun to do. */
  #tried: Action | undefined;
  #said = "";
  #next: Action | undefined;
  #hasNewStep = false;
  #hasFresh = false;
  /** On a phone the step lies over the page, which scrolls below it to a part as soon as that is drawn. */
  readonly #coming = new ResizeObserver(([part]) => {
    this.#coming.disconnect();
    if (getComputedStyle(this).position === "fixed") part?.target.scrollIntoView();
  });

  constructor() {
    super();
    this.route = "everything";
    const { where, next, previous } = learnTexts.keys;
    new KeysController(this, () => ({
      where,
      keys: [
        { key: "PageDown", name: next, act: () => this.#forward() },
        { key: "PageUp", name: previous, act: () => this.#go(-1) },
      ],
    }));
  }

  override willUpdate(): void {
    const { at } = this.#learning;
    if (at !== undefined && this.#at?.place !== at) this.#enter(at);
    const fresh = this.#at?.look() ?? [];
    if (fresh.length > 0) {
      this.#hasFresh = true;
      this.#said = fresh
        .map(([{ says }, figures]) => learnTexts.seen(says.replaceAll("`", ""), figures))
        .join(" ");
    }
    if (this.#at !== undefined && fresh.length > 0 && this.#at.isSeen) rememberDone(this.#at.place);
  }

  override updated(_: PropertyValues<this>): void {
    this.#learning.pointAt(this.#at?.pointsAt);
    if (this.#at !== undefined) this.#learning.use(this.#at.step.uses, this.#at.run !== undefined);
    if (this.#hasFresh) this.renderRoot.querySelector(".why")?.scrollIntoView({ block: "nearest" });
    this.#hasFresh = false;
    const { next, about } = this.#at ?? {};
    const isNew = next !== this.#next || this.#hasNewStep;
    if (about !== undefined && isNew) this.#bring(part(about));
    this.#next = next;
    if (!this.#hasNewStep) return;
    this.#hasNewStep = false;
    this.renderRoot.querySelector("h2")?.focus();
    this.renderRoot.querySelector(".body")?.scrollTo(0, 0);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#coming.disconnect();
    this.#learning.pointAt(undefined);
  }

  override render() {
    const at = this.#at;
    if (at === undefined) return nothing;
    const { lesson, step, place } = at;
    const done = recallProgress().get(lesson.name);
    const beside = placeBeside(place, 1, this.route);
    return html`<section class=${at.run === undefined ? "" : "ran"} aria-labelledby="title">
      <header>
        <p>
          ${learnTexts.step(place.step, lesson.steps.length)}
          <button class="button quiet" @click=${this.#list}>${learnTexts.all}</button>
        </p>
        <h2 id="title" tabindex="-1">${lesson.title}</h2>
      </header>
      <div class="body">
        <div class="part">
          <div class="prose">${step.prose.map((sentence) => drawSentence(sentence))}</div>
          ${step.predict === undefined ? nothing : this.#prediction(at, step.predict)}
          ${this.#todo(at)}
        </div>
        <div class="part seen">${drawChecks(at)} ${drawReaders(step.reader, at.run)}</div>
        <div class="part">
          ${at.isSeen ? html`<div class="why">${step.why.map((sentence) => drawSentence(sentence))}</div>` : drawHint(step.hint)}
        </div>
      </div>
      <p class="visually-hidden" role="status">${this.#said}</p>
      <footer>
        <button
          class="button"
          aria-keyshortcuts="PageUp"
          ?disabled=${placeBeside(place, -1, this.route) === undefined}
          @click=${() => this.#go(-1)}
        >
          ‹ ${learnTexts.previous}
        </button>
        <span class="dots" aria-hidden="true">
          ${lesson.steps.map(
            (_, index) =>
              html`<i class=${index + 1 === place.step ? "at" : done?.has(index + 1) ? "done" : ""}></i>`,
          )}
        </span>
        <button
          class="button ${at.isSeen ? "primary" : ""}"
          aria-keyshortcuts="PageDown"
          @click=${() => this.#go(1)}
        >
          ${beside === undefined ? learnTexts.toList : beside.name === place.name ? learnTexts.next : learnTexts.nextLesson} ›
        </button>
      </footer>
    </section>`;
  }

  #enter(place: { name: string; step: number }): void {
    const lesson = lessonNamed(place.name);
    const step = lesson?.steps[place.step - 1];
    if (lesson === undefined || step === undefined) {
      this.#at = undefined;
      this.#page.refuse(learnTexts.noSuchLesson);
      queueMicrotask(() => {
        this.#learning.go(undefined);
        this.#list();
      });
      return;
    }
    const { stream, switches } = startOf(lesson, step);
    if (actOf(step).length > 0 || this.#page.scriptName !== stream)
      this.#page.prepare(stream, switches);
    this.#at = new AtStep(place, lesson, step, this.#page);
    this.#said = "";
    this.#hasNewStep = true;
    pointed.point(null);
  }

  /** Asked before the run; what came of it stands in the timeline. */
  #prediction(at: AtStep, { ask, choices, seenAt }: Prediction): TemplateResult {
    const { answer, guess, run } = at;
    const choice = answer === null ? undefined : choices[answer];
    return html`<fieldset>
      <legend>${prose(ask)}</legend>
      <div class="choices">
        ${choices.map(
          (words, index) => html`<label class=${answer === index ? "was" : ""}>
            <input
              class="visually-hidden"
              type="radio"
              name="guess"
              .checked=${guess === index}
              ?disabled=${answer !== null}
              @change=${() => {
                at.guess = index;
                this.requestUpdate();
              }}
            />${answer === index ? icons.check : nothing} ${words}
          </label>`,
        )}
      </div>
      ${
        choice === undefined
          ? nothing
          : html`<p class="answer" role="status">
              ${prose(guess === undefined ? learnTexts.unasked(choice) : guess === answer ? learnTexts.right(choice) : learnTexts.wrong(choice))}
              <button
                class="button"
                @click=${() => {
                  if (run) pointed.point(seenAt(run));
                  this.#bring("sse-timeline");
                }}
              >
                ${learnTexts.showWhere}
              </button>
            </p>`
      }
    </fieldset>`;
  }

  #todo(at: AtStep): TemplateResult {
    const { act, next, isDue } = at;
    return html`<ol class="todo ${next === undefined ? "done" : ""}">
      ${act.map((action) => {
        const isNext = action === next;
        const isSet = isNext && at.isSet;
        const says = isSet
          ? learnTexts.pressRun
          : instruction(action, isNext && this.#page.runs.length > 0);
        return html`<li class=${isNext ? "now" : ""}>
          <span>${prose(says)}</span>
          ${isNext && at.missing !== undefined ? html`<small>${prose(learnTexts.missing(at.missing))}</small>` : nothing}
          ${
            isNext
              ? html`<button class="button" ?disabled=${!isDue} @click=${() => this.#doIt(action)}>
                  ${learnTexts.doIt}
                </button>`
              : at.isDone(action)
                ? html`<small>${icons.check} ${learnTexts.doneIt}</small>`
                : nothing
          }
        </li>`;
      })}
    </ol>`;
  }

  /** The step that comes next. Whoever presents with a clicker has no other key: there it does first what the step asks for. */
  #forward(): void {
    const { next, isDue = false } = this.#at ?? {};
    const isOpen = isPresenting() && next !== undefined && next !== this.#tried;
    if (isOpen && isDue) {
      this.#tried = next;
      void this.#perform(next);
    } else if (!isOpen || !this.#page.isGoing) this.#go(1);
    // else what it is to be done to has not come yet
  }

  /** The button goes away with what it does: the focus goes on to what is to be seen. */
  async #doIt(action: Action): Promise<void> {
    const root = this.renderRoot;
    (root.querySelector("h3") ?? root.querySelector("h2"))?.focus();
    await this.#perform(action);
  }

  async #perform(action: Action): Promise<void> {
    if (this.#at === undefined) return;
    const { lesson, step } = this.#at;
    await perform(action, this.#page, startOf(lesson, step).stream);
  }

  #go(by: 1 | -1): void {
    const place = this.#at && placeBeside(this.#at.place, by, this.route);
    if (place !== undefined) this.#learning.go(place);
    else if (by === 1) this.#list();
  }

  #bring(part: string): void {
    const found = this.parentNode?.querySelector(part);
    this.#coming.disconnect();
    if (found) this.#coming.observe(found);
  }

  readonly #list = (): void => {
    this.dispatchEvent(new Event("list"));
  };
}
customElements.define("sse-lesson", LessonPanel);

/** The part of the page in which that is; all switches are in the path. */
function part(spot: Target): string {
  if (spot === "script" || spot === "log") return `sse-${spot}`;
  return spot === "eventsource" || spot === "fetch" ? `sse-lane[name="${spot}"]` : "sse-path";
}
