/** "Where does yours run?": under the verdict on a watched stream, the line to change, tool by tool. */
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import type { Header } from "../../protocol/script/action.ts";
import type { Source } from "../../trace/cures/cure.ts";
import { toolNames, type Where } from "../../trace/cures/where.ts";
import { type Places, whereAtOneEnd, whereDeparted } from "../../trace/en/where.ts";
import type { Run } from "../../trace/run/run.ts";
import type { Departure } from "../../trace/verdict/departure.ts";
import type { Finding } from "../../trace/verdict/finding.ts";
import { prose } from "../controls/prose.ts";
import { followPage } from "../playground/follow.ts";
import type { LiveRun } from "../playground/live-run.ts";
import { base } from "../styles/base.ts";
import { saidOf, say } from "./said.ts";
import { yourStreamTexts } from "./your-stream-texts.ts";

export class WhereToChange extends LitElement {
  static override properties = { asked: { state: true } };
  static override styles = [
    base,
    css`
      .more {
        gap: 0.3rem 1rem;
        margin: 0.2rem 0;
      }
      summary { color: var(--accent); }
      .tools {
        max-height: 36vh;
        overflow: auto;
      }
      th,
      td {
        padding: 0.25rem 1rem 0.25rem 0;
        border-bottom: 1px solid var(--rule-2);
        vertical-align: top;
        overflow-wrap: anywhere;
      }
      th { color: var(--ink-3); }
      .named { background: var(--accent-soft); }
      .from {
        color: var(--ink-2);
        white-space: nowrap;
      }
    `,
  ];
  /** Says what became of the press for once more; "" before any. */
  declare asked: string;
  readonly #page = followPage(this);
  #of: Run | undefined;

  constructor() {
    super();
    this.asked = "";
  }

  override willUpdate(): void {
    const { run } = this.#page.current ?? {};
    if (run !== this.#of) this.asked = "";
    this.#of = run;
  }

  override render() {
    const { current } = this.#page;
    if (current === undefined) return nothing;
    const { headline } = current.judge.verdict(current.run, current.now);
    const { attempts, again } = current.run.lane(headline.lane);
    // A compressor may have kept the first head: what another one said names the tool as well.
    const heads = [...attempts.map(({ head }) => head), again?.head].flatMap((head) => head ?? []);
    const headers = heads.flatMap((head) => head.headers);
    const found = whereIn(headline, headers);
    return html`${isTogether(headline) ? this.#tellsMore(current, headline) : nothing}
    ${found === null ? nothing : this.#places(found)}`;
  }

  /** Somebody can do or say it for the verdict to tell more. */
  #tellsMore(current: LiveRun, { from, again, coding }: Departure): TemplateResult {
    const { run, askAgain } = current;
    const { isServer = false } = run.setup;
    const asks = isRepeatable(run) && coding !== null && again === null ? askAgain : undefined;
    const tick = ({ target }: Event) => {
      if (!(target instanceof HTMLInputElement)) return;
      say(from, target.checked);
      run.say(saidOf(from));
      this.#page.changed();
    };
    return html`<p class="flow more">
      ${asks === undefined ? nothing : this.#again(asks)}
      <label>
        <input type="checkbox" .checked=${isServer} @change=${tick} />
        ${yourStreamTexts.isServer(from)}
      </label>
    </p>`;
  }

  #again(askAgain: () => Promise<string>): TemplateResult {
    const { ask, why, going, notAsked } = yourStreamTexts.again;
    const press = async () => {
      this.asked = going;
      const refused = await askAgain().catch(String);
      this.asked = refused === "" ? going : notAsked(refused);
    };
    return html`<button class="button" title=${why} ?disabled=${this.asked === going} @click=${press}>
        ${ask}
      </button>
      <span role="status">${this.asked}</span>`;
  }

  #places(found: Places): TemplateResult {
    const { ask, tools, columns } = yourStreamTexts.where;
    return html`<details>
      <summary>${ask}</summary>
      <p>${prose(found.lead)}</p>
      <div class="tools" role="region" tabindex="0" aria-label=${tools}>
        <table>
          <thead>
            <tr>
              ${columns.map((name) => html`<th>${name}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${found.all.map(row)}
          </tbody>
        </table>
        ${found.also.map((text) => html`<p>${prose(text)}</p>`)}
      </div>
    </details>`;
  }
}
customElements.define("sse-where-to-change", WhereToChange);

/** It left together, so that more may be told. */
function isTogether(finding: Finding): finding is Finding & Departure {
  if (finding.word !== "departed") return false;
  const { shape } = finding.how;
  const isHeld = shape === "burst" || shape === "pieces";
  return isHeld || (finding.coding !== null && (shape === "nothing" || shape === "at-once"));
}

/** Its request can be sent twice. */
function isRepeatable({ lanes }: Run): boolean {
  return lanes.some(({ attempts }) => attempts[0]?.connection?.request?.method === "GET");
}

function whereIn(finding: Finding, headers: readonly Header[]) {
  if (finding.word === "departed") return whereDeparted(finding, headers);
  return finding.word === "one-end" ? whereAtOneEnd(finding.one, headers) : null;
}

function row({ tools, line, named }: Where): TemplateResult {
  const [known] = tools;
  return html`<tr class=${named ? "named" : ""}>
    <td>${named ? "* " : ""}${prose(toolNames(tools))}</td>
    <td>${prose(line)}</td>
    <td class="from">${known === undefined ? nothing : from(known.source)}</td>
  </tr>`;
}

function from(source: Source): TemplateResult {
  const { measured, documented } = yourStreamTexts.where;
  if (source.from === "measurement") return html`${measured(source.date)}`;
  const [page] = source.pages;
  return page === undefined
    ? html`${documented}`
    : html`<a href=${page.url} target="_blank" rel="noreferrer">${documented}</a>`;
}
