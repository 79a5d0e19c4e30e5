/**
 * Asks a stranger's server: a form that a URL, or a whole request, is pasted into. What it brings is a run like any
 * other. Nothing is sent but by a press of Ask, and what is a secret is never shown.
 */
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { isSecret } from "../../protocol/redact.ts";
import type { Header } from "../../protocol/script/action.ts";
import type { PassingList } from "../../trace/run/passing.ts";
import { strangerOf } from "../../trace/run/passing.ts";
import type { LaneName } from "../../trace/run/records.ts";
import { readClock } from "../connections/clock.ts";
import { devServerPorts, originAt, ownApi, ownPort } from "../connections/places.ts";
import { newTraceName } from "../connections/trace-name.ts";
import { copy } from "../controls/copy.ts";
import { prose } from "../controls/prose.ts";
import "../controls/segmented.ts";
import { icons } from "../icons.ts";
import { type AskForm, type AskWay, asking } from "../playground/asking.ts";
import { follow } from "../playground/follow.ts";
import { typesIn } from "../playground/opened-run.ts";
import { playground } from "../playground/playground.ts";
import { isPresenting } from "../playground/presenter.ts";
import { base } from "../styles/base.ts";
import { askStyles } from "./ask-styles.ts";
import { askTexts } from "./ask-texts.ts";
import { type AskedRun, beginAsk } from "./asked-run.ts";
import { befell } from "./befell.ts";
import { curlLine } from "./curl-line.ts";
import { noPageMaySet } from "./forbidden.ts";
import { masked, unmasked } from "./masked.ts";
import { withoutUser } from "./pasted/user.ts";
import { type Around, type AskProblem, eventSourceCan, readForm, withScheme } from "./request.ts";

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"];
const CREDENTIALS: readonly RequestCredentials[] = ["same-origin", "include", "omit"];
const WAYS: readonly AskWay[] = ["compress-false", "compress-true", "direct"];
const WAYS_OF_BUILT_PAGE: readonly AskWay[] = ["server", "direct"];

/**
 * @element sse-ask
 * @prop list what passes the target proxy; `undefined` where there is none
 */
export class Ask extends LitElement {
  static override properties = {
    list: { attribute: false },
    problem: { state: true },
    said: { state: true },
    partsOpen: { state: true },
  };
  static override styles = [base, askStyles];
  declare list: PassingList | undefined;
  /** Why what was asked for last cannot be, in a sentence; "" where it can. */
  declare problem: string;
  declare said: string;
  /** Whether headers and body are shown. */
  declare partsOpen: boolean;
  readonly #page = follow(this, playground);
  readonly #asking = follow(this, asking);
  #run: AskedRun | undefined;
  #asksNow = 0;

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
      <div class="line first">
        <select aria-label=${askTexts.method} @change=${this.#changes("method")}>
          ${[...new Set([...METHODS, form.method])].map((name) => html`<option .selected=${name === form.method}>${name}</option>`)}
        </select>
        <input
          class="url"
          aria-label=${askTexts.url}
          placeholder=${askTexts.hint}
          autocomplete="off"
          spellcheck="false"
          .value=${masked(form.url)}
          @change=${this.#takeUrl}
          @paste=${this.#paste}
        />
        <button class="button primary">${icons.play} ${askTexts.ask}</button>
        <button type="button" class="button" ?disabled=${!this.#isConnected} @click=${() => this.#page.stop()}>
          ${icons.stop} ${askTexts.stop}
        </button>
      </div>
      ${this.problem === "" ? nothing : html`<p class="problem" role="alert">${icons.warning} ${prose(this.problem)}</p>`}
      ${this.#switches(form)} ${this.#status()}
      <details .open=${this.partsOpen} @toggle=${this.#toggled}>
        <summary>${askTexts.parts(headers.length, new Blob([body]).size)}</summary>
        <div class="parts">
          ${this.#headers(headers)}
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
          ${this.#forbidden(form)}
        </div>
      </details>
    </form>`;
  }

  #switches(form: AskForm): TemplateResult {
    const { client, way, credentials } = form;
    const ways = this.#around.ways.has("server") ? WAYS_OF_BUILT_PAGE : WAYS;
    const segment = (value: string, why: string) => ({ value, why });
    const { clients } = askTexts;
    return html`<div class="line">
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
          .segments=${ways.map((one) => segment(askTexts.ways[one], one === way ? "" : this.#whyNot(one)))}
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

  /** Those that a page may set, and a row for one more. */
  #headers(headers: readonly Header[]): TemplateResult {
    const [left, sent] = parted(headers);
    const rows: readonly Header[] = [...sent, ["", ""]];
    const put = (at: number, header: Header) => {
      const all = rows.with(at, header).filter(([name, value]) => name + value !== "");
      this.#change({ headers: [...all, ...left] });
    };
    return html`<div role="group" aria-label=${askTexts.headers}>
      <h3>${askTexts.headers}</h3>
      ${rows.map(([name, value], at) => {
        const remove = askTexts.remove(name);
        return html`<div class="header">
          ${field(askTexts.headerName(at + 1), askTexts.name, name, "text", (typed) => put(at, [typed, value]))}
          ${field(askTexts.headerValue(name), askTexts.value, value, isSecret(name) ? "password" : "text", (typed) => put(at, [name, typed]))}
          <button
            type="button"
            class="button quiet"
            aria-label=${remove}
            ?disabled=${at === sent.length}
            @click=${() => put(at, ["", ""])}
          >
            ${icons.close}
          </button>
        </div>`;
      })}
    </div>`;
  }

  #forbidden(form: AskForm): TemplateResult {
    const { title, others, left, forget, curl, copy: copyIt } = askTexts.forbidden;
    const [out, sent] = parted(form.headers);
    const url = this.#curlUrl(form);
    const names = out.map(([name]) => `\`${name}\``).join(", ");
    return html`<div role="group" aria-label=${title}>
      <h3>${title}</h3>
      <p>
        ${out.length === 0 ? nothing : prose(left(names))} ${prose(others)}
        ${url === undefined ? nothing : curl}
      </p>
      ${
        url === undefined
          ? nothing
          : html`<pre tabindex="0">${curlLine(form, url, true)}</pre>
            <button type="button" class="button" @click=${() => this.#copy(curlLine(form, url, false))}>${copyIt}</button>
            ${out.length === 0 ? nothing : html`<button type="button" class="button quiet" @click=${() => this.#change({ headers: sent })}>${forget}</button>`}`
      }
    </div>`;
  }

  #status(): TemplateResult {
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

  /** The run that is shown, where it is the form's. */
  get #shown(): AskedRun | undefined {
    return this.#page.current === this.#run ? this.#run : undefined;
  }

  get #isConnected(): boolean {
    const run = this.#shown;
    return run !== undefined && (run.isGoing || run.isConnected);
  }

  get #around(): Around {
    const { devServers } = this.#page;
    const ways = new Map<AskWay, { origin: string; port: number }>();
    for (const { port, compress } of devServers) {
      ways.set(compress ? "compress-true" : "compress-false", { origin: originAt(port), port });
    }
    if (devServerPorts.length === 0) ways.set("server", { origin: "", port: ownPort() });
    return { target: this.list?.target, ways, page: location.origin };
  }

  #whyNot(way: AskWay): string {
    const { target, ways } = this.#around;
    const { why } = askTexts;
    if (way === "direct") return ways.has("server") ? why.builtPage : "";
    if (target === undefined) return why.noTarget;
    return ways.has(way) ? "" : why.noDevServer;
  }

  /** Where curl would ask for it: past the dev servers, and through the target proxy, so that Watch lists it. */
  #curlUrl({ url, way }: AskForm): string | undefined {
    const parsed = URL.parse(url.trim(), this.list?.target ?? "http://localhost");
    if (url.trim() === "" || parsed === null) return undefined;
    if (way === "direct" || this.list === undefined) return parsed.href;
    return `http://localhost:${this.list.port}${parsed.pathname}${parsed.search}`;
  }

  #change(change: Partial<AskForm>): void {
    this.problem = "";
    this.said = "";
    this.#asking.change(change);
  }

  #changes(name: "method" | "body" | "credentials") {
    return (event: Event) => this.#change({ [name]: valueIn(event) });
  }

  readonly #takeUrl = (event: Event): void => {
    const { form } = this.#asking;
    const url = withScheme(unmasked(valueIn(event).trim(), form.url));
    this.#change({ ...withoutUser({ ...form, url }), way: this.#wayTo(url) });
    this.requestUpdate(); // the field may show more than it is to
  };

  readonly #paste = (event: ClipboardEvent): void => {
    const text = event.clipboardData?.getData("text") ?? "";
    if (!/[\s(]/.test(text.trim())) return;
    event.preventDefault();
    void this.#read(text);
  };

  /** Fills the form with a request that was pasted; nothing is sent. */
  async #read(text: string): Promise<void> {
    const { PasteError, readPasted } = await import("./pasted/pasted.ts");
    try {
      const { url = text.trim(), ...pasted } = readPasted(text) ?? {};
      const { form } = this.#asking;
      const filled = { ...form, body: "", ...pasted, url };
      const client = eventSourceCan(filled) ? form.client : "fetch";
      this.#change({ ...filled, client, way: this.#wayTo(url) });
      this.said = askTexts.filled;
      this.partsOpen = filled.headers.length > 0 || filled.body !== "";
    } catch (error) {
      if (!(error instanceof PasteError)) throw error;
      this.problem = error.message;
    }
  }

  /** The way to a URL that was just written: a path is the target's, and another server is asked directly. */
  #wayTo(url: string): AskWay {
    const { way } = this.#asking.form;
    const { target, ways } = this.#around;
    const toTarget = ways.has("server") ? "server" : "compress-false";
    const isPath = url.startsWith("/");
    const isTargets = isPath || (target !== undefined && URL.parse(url)?.origin === target);
    if (isTargets) return way === "direct" && isPath ? toTarget : way;
    return ways.has("server") ? "server" : "direct";
  }

  readonly #toggled = ({ target }: Event): void => {
    if (target instanceof HTMLDetailsElement) this.partsOpen = target.open;
  };

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    void this.#ask();
  };

  async #ask(): Promise<void> {
    const form = this.#asking.form;
    const trace = newTraceName();
    const request = readForm(form, this.#around, trace);
    if (typeof request === "string") {
      this.#refuse(request);
      return;
    }
    const known = this.#run === undefined ? [] : typesIn(this.#run.run);
    const ask = ++this.#asksNow;
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
    this.#run = beginAsk(request, trace, known, clock, () => this.#page.tell());
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

function valueIn({ target }: Event): string {
  const isField =
    target instanceof HTMLInputElement ||
    target instanceof HTMLSelectElement ||
    target instanceof HTMLTextAreaElement;
  return isField ? target.value : "";
}

function field(
  label: string,
  placeholder: string,
  value: string,
  type: "text" | "password",
  typed: (value: string) => void,
): TemplateResult {
  return html`<input
    aria-label=${label}
    placeholder=${placeholder}
    autocomplete="off"
    spellcheck="false"
    type=${type}
    .value=${value}
    @change=${(event: Event) => typed(valueIn(event).trim())}
  />`;
}

/** Those that no page may set, and those that it may. */
function parted(headers: readonly Header[]): [left: Header[], sent: Header[]] {
  const isLeft = ([name, value]: Header) => noPageMaySet(name, value);
  return [headers.filter(isLeft), headers.filter((one) => !isLeft(one))];
}

function laneOf(name: string): LaneName {
  return name === askTexts.clients.eventsource ? "eventsource" : "fetch";
}

declare global {
  interface HTMLElementTagNameMap {
    "sse-ask": Ask;
  }
}
