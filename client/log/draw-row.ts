/** How a row of the log is drawn, and what is below it once it is opened. */
import { html, nothing, type TemplateResult } from "lit";
import { BEGINNING } from "../../trace/beginning.ts";
import type { Part } from "../../trace/en/row-content.ts";
import { grouped } from "../../trace/figures.ts";
import type { Log } from "../../trace/log.ts";
import { logSentences } from "../../trace/log-sentences.ts";
import { type Row, whose } from "../../trace/row.ts";
import { rowMeaning } from "../../trace/row-meaning.ts";
import { sentences } from "../../trace/sentences.ts";
import { legible } from "../controls/legible.ts";
import { prose } from "../controls/prose.ts";
import { texts } from "../texts.ts";
import type { FirstSaid } from "./first-said.ts";
import "./opened-row.ts";

export type Look = {
  id: string;
  index: number;
  log: Log;
  said: FirstSaid;
  namesLane: boolean;
  isSelected: boolean;
  isOpen: boolean;
  select: () => void;
  toggle: () => void;
};

/** What the columns hold, for who hears the page. */
export function columns(namesLanes: boolean): TemplateResult {
  const { at, whose, lane, what, content, says } = texts.log.columns;
  const names = namesLanes
    ? [at, whose, lane, what, content, says]
    : [at, whose, what, content, says];
  return html`<div role="row" class="visually-hidden" aria-rowindex="1">
    ${names.map((name) => html`<span role="columnheader">${name}</span>`)}
  </div>`;
}

/** Whether a row has something to show below it, or in its place. */
export function isOpenable({ subject }: Row): boolean {
  switch (subject.kind) {
    case "dispatches":
    case "block":
    case "more":
      return true;
    case "line":
      return subject.line.bytes.length > BEGINNING;
    case "piece":
    case "record":
      return false;
  }
}

export function drawRow(row: Row, look: Look): TemplateResult {
  const meaning = rowMeaning(row, look.log.run);
  const { what, content, sentence } = logSentences;
  const owner = whose(row);
  const says = sentence(meaning);
  return html`<div
    id=${look.id}
    class="row ${owner === "wrote" || owner === "heard" ? "server" : ""}"
    role="row"
    data-index=${look.index}
    aria-rowindex=${look.index + 2}
    aria-selected=${look.isSelected}
    @click=${look.select}
  >
    <span role="gridcell" class="at">${grouped(row.at)}</span>
    <span role="gridcell" class="whose">${logSentences.whose[owner]}</span>
    ${look.namesLane ? laneCell(row) : nothing}
    <span role="gridcell" class="what">${disclosure(row, look)}${what(meaning)}</span>
    <span role="gridcell" class="content">${parts(content(meaning))}</span>
    <span role="gridcell" class="says ${look.said.isRepeated(says, row) ? "repeated" : ""}">${prose(says)}</span>
    ${
      look.isOpen
        ? html`<sse-opened-row
            role="gridcell"
            .row=${row}
            .log=${look.log}
            @click=${(event: Event) => event.stopPropagation()}
          ></sse-opened-row>`
        : nothing
    }
  </div>`;
}

function laneCell({ lane }: Row): TemplateResult {
  if (lane === null) return html`<span role="gridcell"></span>`;
  const name = sentences.laneTitles[lane];
  return html`<span
    role="gridcell"
    class="lane"
    aria-label=${name}
    data-short=${texts.log.shortLane[lane]}
    ><span>${name}</span></span
  >`;
}

function disclosure(row: Row, { isOpen, toggle }: Look) {
  if (!isOpenable(row)) return nothing;
  const label = row.subject.kind === "more" ? texts.log.openMore : texts.log.open;
  const press = (event: Event) => {
    event.stopPropagation(); // the row would be selected, and brought into view, before it is opened
    toggle();
  };
  return html`<button
    tabindex="-1"
    aria-label=${label}
    aria-expanded=${isOpen}
    title=${label}
    @click=${press}
  ></button>`;
}

function parts(content: readonly Part[]): TemplateResult[] {
  return content.map(
    ({ field, text }, index) =>
      html`${index === 0 ? "" : " · "}<span class=${field ?? nothing}>${legible(text)}</span>`,
  );
}
