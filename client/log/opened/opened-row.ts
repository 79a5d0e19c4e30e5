/**
 * Says what is below a row once it is opened: the lines on the wire that it came from, what the parser did with
 * each, and data that is JSON as a tree; or its bytes in hex; and the standard's step that it follows.
 */

import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { rowContent } from "../../../trace/en/row-content.ts";
import { rowSentence } from "../../../trace/en/row-sentence.ts";
import { standardStep } from "../../../trace/en/standard.ts";
import type { Log } from "../../../trace/log/log.ts";
import type { Row } from "../../../trace/log/row.ts";
import { type LineMeaning, lineMeaning, rowMeaning } from "../../../trace/log/row-meaning.ts";
import { suspicionOf } from "../../../trace/log/suspicion.ts";
import { BEGINNING } from "../../../trace/run/beginning.ts";
import { drawStep } from "../../controls/draw-step.ts";
import { glyphStyles } from "../../controls/glyphs.ts";
import { prose } from "../../controls/prose.ts";
import { base } from "../../styles/base.ts";
import { fieldStyles } from "../../styles/fields.ts";
import { drawBytesOfLine } from "../draw-bytes.ts";
import { logTexts } from "../log-texts.ts";
import { annotationStyles, drawSuspicion } from "../suspicion.ts";
import "./hex-dump.ts";
import { looksLikeJson } from "./json-tree.ts";
import "./long-text.ts";
import { Portions } from "./portions.ts";

/** So many lines are shown at first, and as many more each time somebody asks. */
const LINES = 100;

/** The data of so many events of a row can be unfolded. */
const TREES = 20;

export class OpenedRow extends LitElement {
  static override properties = { row: { attribute: false }, log: { attribute: false } };
  static override styles = [
    base,
    fieldStyles,
    glyphStyles,
    annotationStyles,
    css`
      ul {
        padding-left: 0.9rem;
        border-left: 2px solid var(--rule);
      }
      li { overflow-wrap: anywhere; }
      .wire,
      sse-long-text {
        white-space: pre-wrap;
      }
      small,
      p {
        margin: 0 0 0 0.6rem;
        font: 0.9rem var(--font-ui);
        color: var(--ink-2);
      }
      .button {
        padding: 0 0.5rem;
        font: 0.88rem var(--font-ui);
      }
      sse-json-tree { margin: 0.2rem 0 0 0.9rem; }
    `,
  ];
  declare row: Row;
  declare log: Log;
  readonly #portions = new Portions(this, LINES);

  override render() {
    const { row, log } = this;
    const meaning = rowMeaning(row, log.run);
    const step = standardStep(meaning, row.lane);
    return html`
      ${meaning.kind === "bytes" ? html`<sse-hex-dump .piece=${meaning}></sse-hex-dump>` : nothing}
      ${isShortLine(row) ? drawBytesOfLine(row.subject.line) : hasLines(row) ? this.#lines() : nothing}
      ${step === null ? nothing : drawStep(step)}
    `;
  }

  #lines(): TemplateResult {
    const { row, log } = this;
    const { noLines, fromTap, moreLines } = logTexts;
    const lines = linesOf(row, log);
    const told = row.lane === "eventsource" && row.subject.kind === "dispatches";
    return html`
      ${lines.length === 0 ? html`<p>${noLines}</p>` : told ? html`<p>${fromTap}</p>` : nothing}
      <ul>
        ${lines.slice(0, this.#portions.shown).map(drawLine)}
      </ul>
      ${this.#portions.button(lines.length, moreLines)}
      ${trees(dataOf(row, log))}
    `;
  }
}
customElements.define("sse-opened-row", OpenedRow);

/** The row shows the whole line, so its bytes stand below it and not the line once more. */
function isShortLine(row: Row): row is Row & { subject: { kind: "line" } } {
  return row.subject.kind === "line" && row.subject.line.bytes.length <= BEGINNING;
}

function hasLines({ subject: { kind } }: Row): boolean {
  return kind === "dispatches" || kind === "block" || kind === "line";
}

function linesOf(row: Row, log: Log): readonly LineMeaning[] {
  const { subject } = row;
  if (subject.kind === "line") return [lineMeaning(subject.line, false, row.lane, log.run)];
  return log
    .blocksOf(row)
    .flatMap((block) => block.lines.map((line) => lineMeaning(line, false, row.lane, log.run)));
}

function dataOf(row: Row, log: Log): readonly string[] {
  const { subject } = row;
  if (subject.kind === "dispatches")
    return subject.dispatches.slice(0, TREES).map(({ data }) => data);
  const lines = log.blocksOf(row).flatMap((block) => block.lines);
  return lines.flatMap(({ wire }) => (wire.kind === "dispatch" ? [wire.event.data] : []));
}

function trees(data: readonly string[]): (TemplateResult | typeof nothing)[] {
  return data.map((text, index) => {
    if (!looksLikeJson(text)) return nothing;
    const label = logTexts.json.label(data.length === 1 ? 0 : index + 1);
    return html`<sse-json-tree .text=${text} label=${label}></sse-json-tree>`;
  });
}

function drawLine(line: LineMeaning): TemplateResult {
  return html`<li>
    ${rowContent(line, Number.POSITIVE_INFINITY).map(
      ({ field, text }) =>
        html`<sse-long-text class=${field ?? nothing} .text=${text}></sse-long-text>`,
    )}
    <small>${drawSuspicion(suspicionOf(line.line))}${prose(rowSentence(line))}</small>
  </li>`;
}
