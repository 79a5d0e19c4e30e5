/** Says how a row of the log is drawn, and what is below it once it is opened. */

import { html, nothing, type TemplateResult } from "lit";
import { grouped } from "../../trace/en/figures.ts";
import { laneTitles } from "../../trace/en/lane-titles.ts";
import { rowTitle, whoseIn } from "../../trace/en/row.ts";
import { type Part, rowContent } from "../../trace/en/row-content.ts";
import { rowSentence } from "../../trace/en/row-sentence.ts";
import { standardStep } from "../../trace/en/standard.ts";
import type { Log } from "../../trace/log/log.ts";
import { type Row, whose } from "../../trace/log/row.ts";
import { type RowMeaning, rowMeaning } from "../../trace/log/row-meaning.ts";
import { rowSuspicions } from "../../trace/log/row-suspicions.ts";
import { legible } from "../controls/legible.ts";
import "../controls/term.ts";
import { prose } from "../controls/prose.ts";
import { drawBytes } from "./draw-bytes.ts";
import type { FirstSaid } from "./first-said.ts";
import { logTexts } from "./log-texts.ts";
import { drawSuspicion } from "./suspicion.ts";
import "./opened/opened-row.ts";

type DrawnRow = {
  id: string;
  index: number;
  log: Log;
  said: FirstSaid;
  namesLane: boolean;
  isSelected: boolean;
  /** Somebody points at what it tells of. */
  isLit: boolean;
  isOpen: boolean;
  click: (event: MouseEvent) => void;
  toggle: () => void;
  /** `isAt`: somebody points at the row; else does so no more. */
  point: (isAt: boolean) => void;
};

export function columns(namesLanes: boolean): TemplateResult {
  const { at, whose, lane, what, content, says } = logTexts.columns;
  const names = namesLanes
    ? [at, whose, lane, what, content, says]
    : [at, whose, what, content, says];
  return html`<div role="row" class="row heads" aria-rowindex="1">
    ${names.map(
      (name) => html`<span role="columnheader" class=${name === what ? "what" : ""}
        >${name === lane || name === what ? html`<sse-term name=${name === lane ? "lane" : "what"}>${name}</sse-term>` : name}</span
      >`,
    )}
  </div>`;
}

/** The row has something to show below it, or in its place. */
export function isOpenable(row: Row, { run }: Log): boolean {
  return openLabel(row, rowMeaning(row, run)) !== null;
}

function openLabel({ subject, lane }: Row, meaning: RowMeaning): string | null {
  switch (subject.kind) {
    case "block":
    case "dispatches":
      return logTexts.open;
    case "bytes":
      return logTexts.openBytes;
    case "more":
      return logTexts.openMore;
    default:
      return standardStep(meaning, lane) && logTexts.openStep;
  }
}

export function drawRow(row: Row, look: DrawnRow): TemplateResult {
  const meaning = rowMeaning(row, look.log.run);
  const owner = whose(row);
  const says = rowSentence(meaning);
  return html`<div
    id=${look.id}
    class="row ${owner === "wrote" || owner === "heard" ? "server" : ""}"
    role="row"
    data-index=${look.index}
    aria-rowindex=${look.index + 2}
    aria-selected=${look.isSelected}
    aria-current=${look.isLit ? "true" : nothing}
    @click=${look.click}
    @pointerenter=${() => look.point(true)}
    @pointerleave=${() => look.point(false)}
  >
    <span role="gridcell" class="at">${grouped(row.at)}</span>
    <span role="gridcell" class="whose">${whoseIn(look.log.run.setup, owner)}</span>
    ${look.namesLane ? laneCell(row) : nothing}
    <span role="gridcell" class="what">${disclosure(openLabel(row, meaning), look)}${rowTitle(meaning)}</span>
    <span role="gridcell" class="content">${meaning.kind === "bytes" ? drawBytes(meaning) : parts(rowContent(meaning))}</span>
    <span role="gridcell" class="says ${look.said.isRepeated(says, row) ? "repeated" : ""}">${rowSuspicions(row, look.log.run).slice(0, 1).map(drawSuspicion)}${prose(says)}</span>
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
  const name = laneTitles[lane];
  return html`<span
    role="gridcell"
    class="lane"
    aria-label=${name}
    data-short=${logTexts.shortLane[lane]}
    ><span>${name}</span></span
  >`;
}

function disclosure(label: string | null, { isOpen, toggle }: DrawnRow) {
  if (label === null) return nothing;
  const press = (event: Event) => {
    event.stopPropagation(); // the row would be selected, and brought into view, before it is opened
    toggle();
  };
  return html`<button
    class="bare"
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
