/** How a row of the log is drawn, and what is below it once it is opened. */
import { html, nothing, type TemplateResult } from "lit";
import type { Part } from "../../trace/en/row-content.ts";
import { grouped } from "../../trace/figures.ts";
import type { Log } from "../../trace/log.ts";
import { logSentences } from "../../trace/log-sentences.ts";
import { type Row, whose } from "../../trace/row.ts";
import { lineMeaning, rowMeaning } from "../../trace/row-meaning.ts";
import { sentences } from "../../trace/sentences.ts";
import { legible } from "../controls/legible.ts";
import { prose } from "../controls/prose.ts";
import { texts } from "../texts.ts";

/** Lines that an opened row shows; the rest is counted. */
const OPENED_LINES = 100;

export type Look = {
  id: string;
  index: number;
  log: Log;
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
  return subject.kind === "dispatches" || subject.kind === "block" || subject.kind === "more";
}

export function drawRow(row: Row, look: Look): TemplateResult {
  const meaning = rowMeaning(row, look.log.run);
  const { what, content, sentence } = logSentences;
  const owner = whose(row);
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
    <span role="gridcell" class="says">${prose(sentence(meaning))}</span>
    ${look.isOpen ? opened(row, look.log) : nothing}
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

/** The lines on the wire that the row came from, and what the parser did with each. */
function opened(row: Row, log: Log): TemplateResult {
  const lines = log
    .blocksOf(row)
    .flatMap((block) => block.lines.map((line) => lineMeaning(line, block, false)));
  const told = row.lane === "eventsource" && row.subject.kind === "dispatches";
  return html`<div role="gridcell" class="opened">
    ${lines.length === 0 ? html`<p>${texts.log.noLines}</p>` : told ? html`<p>${texts.log.fromTap}</p>` : nothing}
    <ul>
      ${lines.slice(0, OPENED_LINES).map(
        (line) => html`<li>
          ${parts(logSentences.content(line))} <small>${prose(logSentences.sentence(line))}</small>
        </li>`,
      )}
    </ul>
    ${lines.length > OPENED_LINES ? html`<p>${texts.log.moreLines(lines.length - OPENED_LINES)}</p>` : nothing}
  </div>`;
}
