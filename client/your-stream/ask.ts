/**
 * Asks a stranger's server: a form that a URL, or a whole request, is pasted into. What it brings is a run like any
 * other. Nothing is sent but by a press of Ask, and what is a secret is never shown.
 */
import { html, LitElement, noChange, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { toldUrl } from "../../protocol/redact.ts";
import { type PassingList, strangerOf } from "../../trace/run/passing.ts";
import type { LaneName } from "../../trace/run/records.ts";
import { readClock } from "../connections/clock.ts";
import { ownApi } from "../connections/places.ts";
import { newTraceName } from "../connections/trace-name.ts";
import { copy } from "../controls/copy.ts";
import { prose } from "../controls/prose.ts";
import "../controls/segmented.ts";
import { icons } from "../icons.ts";
import { type AskForm, asking } from "../playground/asking.ts";
import { follow, followPage } from "../playground/follow.ts";
import { typesIn } from "../playground/opened-run.ts";
import { isPresenting } from "../playground/presenter.ts";
import { base } from "../styles/base.ts";
import { askStyles } from "./ask-styles.ts";
import { askTexts } from "./ask-texts.ts";
import { type AskedRun, beginAsk } from "./asked-run.ts";
import { befell } from "./befell.ts";
import { drawForbidden, drawHeaders, valueIn } from "./draw-headers.ts";
import { masked, unmasked } from "./masked.ts";
import { withoutUser } from "./pasted/user.ts";
import { type Around, type AskProblem, eventSourceCan, readForm, withScheme } from "./request.ts";
import { aroundOf, urlForCurl, waysIn, wayTo, whyNot } from "./ways.ts";

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"];
const CREDENTIALS: readonly RequestCredentials[] = ["same-origin", "include", "omit"];

/** @prop list what passes the target proxy; `undefined` where there is none */
export class Ask extends LitElement {
  static override properties = {
    list: { attribute: false },
    problem: { state: true },
    said: { state: true },
    partsOpen: { state: true },
  };
  static override styles = [base, askStyles];
  declare list: PassingList | undefined;
  /** What was asked for last cannot be, as this sentence says; "" where it can. */
  declare problem: string;
  declare said: string;
  declare partsOpen: boolean;
  readonly #page = followPage(this);
  readonly #asking = follow(this, asking);
  #run: AskedRun | undefined;
  #asksNow = 0;
  /** The URL's field holds what was not taken yet: no drawing may put the old text over it. */
  #isTyping = false;

  constructor() {
    super();
    this.list = undefined;
    this.problem = "";
    this.said = "";
    const { headers, body } = asking.form;
    this.partsOpen = headers.length > 0 || body !== "";
  }

  override willUpdate(): void {
    const { form } = this.#asking;
    // The form as it is at first knows of dev servers alone.
    if (this.#around.ways.has("server") && form.way !== "direct") {
      this.#asking.form = { ...form, way: "server" };
    }
  }

  override render() {
    const { form } = this.#asking;
    const { headers, body } = form;
    return html`<form aria-label=${askTexts.title} @submit=${this.#submit}>
      <div class="flow line first">
        <select aria-label=${askTexts.method} @change=${this.#changes("method")}>
          ${[...new Set([...METHODS, form.method])].map((name) => html`<option .selected=${name === form.method}>${name}</option>`)}
        </select>
        <input
          class="url"
          aria-label=${askTexts.url}
          placeholder=${askTexts.hint}
          autocomplete="off"
          spellcheck="false"
          .value=${this.#isTyping ? noChange : live(masked(form.url))}
          @input=${() => {
            this.#isTyping = true;
          }}
          @change=${this.#takeUrl}
          @paste=${this.#paste}
        />
        <button class="button primary">${icons.play} ${askTexts.ask}</button>
        <button type="button" class="button" ?disabled=${!this.#isConnected} @click=${() => this.#page.stop()}>
          ${icons.stop} ${askTexts.stop}
        </button>
      </div>
      ${this.#switches(form)} ${this.#status()}
      <details .open=${this.partsOpen} @toggle=${this.#toggled}>
        <summary>${askTexts.parts(headers.length, new Blob([body]).size)}</summary>
        <div class="parts">
          ${drawHeaders(headers, (headers) => this.#change({ headers }))}
          <label
            ><h3>${askTexts.body}</h3>
            <textarea
              aria-label=${askTexts.body}
              autocomplete="off"
              spellcheck="false"
              .value=${body}
              @change=${this.#changes("body")}
            ></textarea>
          </label>
          ${drawForbidden(form, urlForCurl(form, this.list), {
            copy: (line) => void this.#copy(line),
            change: (headers) => this.#change({ headers }),
          })}
        </div>
      </details>
    </form>`;
  }

  #switches(form: AskForm): TemplateResult {
    const { client, way, credentials } = form;
    const ways = waysIn(this.#around);
    const segment = (value: string, why: string) => ({ value, why });
    const { clients } = askTexts;
    return html`<div class="flow line">
      <span><span aria-hidden="true">${askTexts.client}</span>
        <sse-segmented
          .label=${askTexts.client}
          .value=${clients[client]}
          .segments=${[segment(clients.eventsource, eventSourceCan(form) || client === "eventsource" ? "" : askTexts.why.eventSource), segment(clients.fetch, "")]}
          @change=${({ detail }: CustomEvent<string>) => this.#change({ client: laneOf(detail) })}
        ></sse-segmented>
      </span>
      <span><span aria-hidden="true">${askTexts.way}</span>
        <sse-segmented
          .label=${askTexts.way}
          .value=${askTexts.ways[way]}
          .segments=${ways.map((one) => segment(askTexts.ways[one], one === way ? "" : whyNot(one, this.#around)))}
          @change=${({ detail }: CustomEvent<string>) => {
            const picked = ways.find((one) => askTexts.ways[one] === detail);
            if (picked !== undefined) this.#change({ way: picked });
          }}
        ></sse-segmented>
      </span>
      <label><span>${askTexts.credentials}</span>
        <select @change=${this.#changes("credentials")}>
          ${CREDENTIALS.map((one) => html`<option .selected=${one === credentials}>${one}</option>`)}
        </select>
      </label>
    </div>`;
  }

  /** One place for all that is said, behind the switches: none of them moves under a pointer. */
  #status(): TemplateResult {
    if (this.problem !== "") {
      return html`<p class="said warn" role="alert">${icons.warning} ${prose(this.problem)}</p>`;
    }
    const current = this.#shown;
    const said: string[] = [this.said];
    if (current !== undefined && this.#asking.isStale(current.run)) said.push(askTexts.stale);
    const what = current && befell(current.run, current.now, current.hadTooMuch);
    if (current && what) {
      said.push(askTexts.befell(what, strangerOf(current.run) ?? "", location.origin));
    }
    if (said.join("") === "") said.push(askTexts.once);
    const isTrouble = what?.kind === "blocked" || what?.kind === "loop" || what?.kind === "problem";
    return html`<p class="said ${isTrouble ? "warn" : ""}" role="status">
      ${isTrouble ? icons.warning : nothing} ${prose(said.join(" ").trim())}
    </p>`;
  }

  get #shown(): AskedRun | undefined {
    return this.#page.current === this.#run ? this.#run : undefined;
  }

  get #isConnected(): boolean {
    const run = this.#shown;
    return run !== undefined && (run.isGoing || run.isConnected);
  }

  get #around(): Around {
    return aroundOf(this.list, this.#page.devServers);
  }

  #change(change: Partial<AskForm>): void {
    this.problem = "";
    this.said = "";
    this.#asking.change(change);
  }

  #changes(name: "method" | "body" | "credentials") {
    return (event: Event) => this.#change({ [name]: valueIn(event) });
  }

  readonly #takeUrl = (event: Event): void => this.#take(valueIn(event));

  #take(text: string): void {
    this.#isTyping = false;
    const { form } = this.#asking;
    const url = withScheme(unmasked(text.trim(), form.url));
    this.#change({ ...withoutUser({ ...form, url }), way: wayTo(url, form.way, this.#around) });
    this.requestUpdate(); // the field may show more than it is to
  }

  readonly #paste = (event: ClipboardEvent): void => {
    const text = event.clipboardData?.getData("text").trim() ?? "";
    const hasSecret = masked(text) !== text || toldUrl(text) !== text;
    if (!/[\s(]/.test(text) && !hasSecret) return;
    event.preventDefault();
    if (/[\s(]/.test(text)) void this.#read(text);
    else this.#take(text);
  };

  /** Nothing is sent by a paste. */
  async #read(text: string): Promise<void> {
    const { PasteError, readPasted } = await import("./pasted/pasted.ts");
    try {
      const { url = text.trim(), ...pasted } = readPasted(text) ?? {};
      const { form } = this.#asking;
      this.#isTyping = false;
      const filled = { ...form, body: "", ...pasted, url };
      const client = eventSourceCan(filled) ? form.client : "fetch";
      this.#change({ ...filled, client, way: wayTo(url, form.way, this.#around) });
      this.said = askTexts.filled;
      this.partsOpen = filled.headers.length > 0 || filled.body !== "";
    } catch (error) {
      if (!(error instanceof PasteError)) throw error;
      this.problem = error.message;
    }
  }

  readonly #toggled = ({ target }: Event): void => {
    if (target instanceof HTMLDetailsElement) this.partsOpen = target.open;
  };

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    const field = this.renderRoot.querySelector<HTMLInputElement>(".url");
    if (this.#isTyping && field !== null) this.#take(field.value); // what no person typed tells of no change
    void this.#ask();
  };

  async #ask(): Promise<void> {
    const { form } = this.#asking;
    const ask = ++this.#asksNow;
    const trace = newTraceName();
    if (this.#page.devServers.length === 0) await this.#page.readServers(); // the page has just come, or they restarted
    const request = readForm(form, this.#around, trace);
    if (typeof request === "string") {
      this.#refuse(request);
      return;
    }
    const known = this.#run === undefined ? [] : typesIn(this.#run.run);
    this.#page.stop();
    const clock = await readClock(ownApi).catch(() => undefined);
    if (ask !== this.#asksNow) return; // pressed once more meanwhile
    if (clock === undefined) {
      this.problem = askTexts.away;
      return;
    }
    this.problem = "";
    this.said = "";
    const isSmall = matchMedia("(max-width: 640px)").matches || isPresenting();
    if (isSmall) this.partsOpen = false; // what comes needs the room
    this.#run = beginAsk(request, trace, known, clock, () => this.#page.changed());
    this.#asking.sent(form, trace);
    this.#page.watch(this.#run);
  }

  #refuse(problem: AskProblem): void {
    this.problem = askTexts.problem[problem];
  }

  async #copy(line: string): Promise<void> {
    this.said = (await copy(line)) ? askTexts.forbidden.copied : askTexts.forbidden.failed;
  }
}
customElements.define("sse-ask", Ask);

function laneOf(name: string): LaneName {
  return name === askTexts.clients.eventsource ? "eventsource" : "fetch";
}
