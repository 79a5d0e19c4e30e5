/** "Where does yours run?": under the verdict on a watched stream, the line to change, tool by tool. */
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import type { Header } from "../../protocol/script/action.ts";
import type { Source } from "../../trace/cures/cure.ts";
import { toolNames, type Where } from "../../trace/cures/where.ts";
import { whereAtOneEnd, whereDeparted } from "../../trace/en/where.ts";
import type { Finding } from "../../trace/verdict/finding.ts";
import { prose } from "../controls/prose.ts";
import { follow } from "../playground/follow.ts";
import { playground } from "../playground/playground.ts";
import { base } from "../styles/base.ts";
import { yourStreamTexts } from "./your-stream-texts.ts";

/** @element sse-where-to-change */
export class WhereToChange extends LitElement {
  static override styles = [
    base,
    css`
      summary {
        cursor: pointer;
        color: var(--accent);
      }
      .tools {
        max-height: 36vh;
        overflow: auto;
      }
      table {
        width: 100%;
        border-collapse: collapse;
      }
      th,
      td {
        padding: 0.25rem 1rem 0.25rem 0;
        border-bottom: 1px solid var(--rule-2);
        text-align: left;
        vertical-align: top;
        font-weight: 400;
        overflow-wrap: anywhere;
      }
      th {
        color: var(--ink-3);
      }
      .named {
        background: var(--accent-soft);
      }
      .from {
        color: var(--ink-2);
        white-space: nowrap;
      }
    `,
  ];
  readonly #page = follow(this, playground);

  override render() {
    const { current } = this.#page;
    if (current === undefined) return nothing;
    const { headline } = current.judge.verdict(current.run, current.now);
    const { attempts, again } = current.run.lane(headline.lane);
    // A compressor may have kept the first head: what another one said names the tool as well.
    const heads = [...attempts.map(({ head }) => head), again?.head].flatMap((head) => head ?? []);
    const headers = heads.flatMap((head) => head.headers);
    const found = whereIn(headline, headers);
    if (found === null) return nothing;
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

declare global {
  interface HTMLElementTagNameMap {
    "sse-where-to-change": WhereToChange;
  }
}
