/** The list of lessons: three routes, how long each takes, what it shows, and how far somebody is; three moments above. */
import { css, html, LitElement, type TemplateResult } from "lit";
import type { Lesson } from "../../lessons/lesson.ts";
import { type Moment, moments } from "../../lessons/moments.ts";
import { dialogHead, ModalDialog } from "../controls/dialog.ts";
import "../controls/segmented.ts";
import { prose } from "../controls/prose.ts";
import { icons } from "../icons.ts";
import { learning } from "../playground/learning.ts";
import { playground } from "../playground/playground.ts";
import { base } from "../styles/base.ts";
import { dialog } from "../styles/dialog.ts";
import { lessons, lessonsOn, type Route } from "./all-lessons.ts";
import { learnTexts } from "./learn-texts.ts";
import { playMoment } from "./play-moment.ts";
import { forgetProgress, recallProgress } from "./progress.ts";

const ROUTES = ["short", "long", "everything"] as const;

/** @fires route with the route that was chosen, in `detail` */
export class LessonList extends LitElement {
  static override properties = { route: { state: true } };
  static override styles = [
    base,
    dialog,
    css`
      dialog { width: 46rem; }
      h3 { font-weight: 650; }
      .moments { margin: 0.3rem 0 0.9rem; }
      .route {
        gap: 0.3rem 0.8rem;
        padding-top: 0.7rem;
        border-top: 1px solid var(--rule-2);
        color: var(--ink-2);
      }
      ol { margin: 0.5rem 0; }
      li { border-top: 1px solid var(--rule-2); }
      li .bare {
        display: grid;
        grid-template-columns: 1.8rem 1fr auto;
        gap: 0 0.5rem;
        align-items: baseline;
        width: 100%;
        padding: 0.45rem 0.3rem;
        text-align: left;
      }
      li button:hover { background: var(--accent-soft); }
      li .number,
      li small {
        color: var(--ink-2);
      }
      li b { font-weight: 650; }
      li .shows {
        grid-column: 2;
        color: var(--ink-2);
      }
      li .done {
        color: var(--live);
        font-weight: 650;
      }
      li .how-far {
        grid-column: 3;
        grid-row: 2;
        text-align: right;
      }
      footer {
        display: flex;
        justify-content: flex-end;
      }
    `,
  ];
  declare route: Route;
  readonly #dialog = new ModalDialog(this);

  constructor() {
    super();
    this.route = "everything";
  }

  open(): void {
    this.requestUpdate(); // progress was made since
    void this.#dialog.open();
  }

  override render() {
    const { routes, routesAbout, minutes, reset, moments: title, route } = learnTexts;
    const shown = lessonsOn(this.route);
    const sum = shown.reduce((all, lesson) => all + lesson.minutes, 0);
    return html`<dialog aria-labelledby="title" closedby="any">
      ${dialogHead(learnTexts.title)}
      <h3>${title}</h3>
      <div class="flow moments">${moments.map((moment) => this.#moment(moment))}</div>
      <div class="flow route">
        <sse-segmented
          .label=${route}
          .value=${routes[this.route]}
          .segments=${ROUTES.map((name) => ({ value: routes[name], why: "" }))}
          @change=${({ detail }: CustomEvent<string>) => this.#choose(detail)}
        ></sse-segmented>
        <span>${routesAbout[this.route]} ${minutes(sum)}</span>
      </div>
      <ol>
        ${shown.map((lesson) => this.#lesson(lesson))}
      </ol>
      <footer><button class="button quiet" @click=${this.#reset}>${reset}</button></footer>
    </dialog>`;
  }

  #moment(moment: Moment): TemplateResult {
    return html`<button class="button" aria-keyshortcuts=${moment.key} @click=${() => this.#play(moment)}>
      ${icons.play} ${moment.title} <kbd>${moment.key}</kbd>
    </button>`;
  }

  #lesson(lesson: Lesson): TemplateResult {
    const { name, title, shows, steps } = lesson;
    const done = recallProgress().get(name)?.size ?? 0;
    const isDone = done >= steps.length;
    return html`<li>
      <button class="bare" @click=${() => this.#go(name)}>
        <span class="number">${lessons.indexOf(lesson) + 1}</span>
        <b>${prose(title)}</b>
        <small>${learnTexts.minutes(lesson.minutes)}</small>
        <span class="shows">${prose(shows)}</span>
        <small class="how-far ${isDone ? "done" : ""}"
          >${isDone ? icons.check : ""} ${learnTexts.progress(done, steps.length)}</small
        >
      </button>
    </li>`;
  }

  #choose(words: string): void {
    this.route = ROUTES.find((name) => learnTexts.routes[name] === words) ?? this.route;
    this.dispatchEvent(new CustomEvent<Route>("route", { detail: this.route }));
  }

  #go(name: string): void {
    this.#dialog.close();
    learning.go({ name, step: 1 });
  }

  #play(moment: Moment): void {
    this.#dialog.close();
    if (learning.isOpen) learning.toggleAside();
    void playMoment(moment, playground);
  }

  readonly #reset = (): void => {
    forgetProgress();
    this.requestUpdate();
  };
}
customElements.define("sse-lesson-list", LessonList);
