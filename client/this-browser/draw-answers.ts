/** The answers as a table: what is asked, what this browser does, what others did, what the standard says. */
import { html, nothing, type TemplateResult } from "lit";
import { answer as answerWords, asked, families } from "../../trace/en/this-browser.ts";
import {
  type Family,
  isOther,
  type Measurement,
  type MeasurementName,
} from "../../trace/this-browser/measurement.ts";
import { measurements } from "../../trace/this-browser/measurements.ts";
import { drawStep } from "../controls/draw-step.ts";
import { prose } from "../controls/prose.ts";
import { icons } from "../icons.ts";
import type { Progress } from "./measuring.ts";
import { browserTexts } from "./this-browser-texts.ts";

/** Draws the table. `family`: whose recorded answers this browser's are compared with. */
export function drawAnswers(
  family: Family | undefined,
  stageOf: (name: MeasurementName) => Progress,
): TemplateResult {
  const { head, differing, alike } = browserTexts;
  const group = (title: string, ofGroup: readonly Measurement[]) => html`<tbody>
    <tr class="group"><th colspan="5" scope="rowgroup">${title}</th></tr>
    ${ofGroup.map((measurement) => row(measurement, stageOf(measurement.name), family))}
  </tbody>`;
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${head.what}</th>
        <th scope="col">${head.here}</th>
        <th scope="col">${head.recorded(families.chromium)}</th>
        <th scope="col">${head.recorded(families.firefox)}</th>
        <th class="standard" scope="col">${head.standard}</th>
      </tr>
    </thead>
    ${group(differing, measurements.differing)} ${group(alike, measurements.alike)}
  </table>`;
}

function row(
  measurement: Measurement,
  stage: Progress,
  family: Family | undefined,
): TemplateResult {
  const { name, recorded } = measurement;
  const { what, standard } = asked[name];
  const { head } = browserTexts;
  const other = stage.is === "answered" && isOther(measurement, stage.answer, family);
  return html`<tr class=${other ? "other" : ""}>
    <th scope="row">${prose(what)}</th>
    <td class=${stage.is} data-head=${head.here}>
      <span>${prose(said(stage))}</span>
      ${other ? html`<span class="mark">${icons.warning} ${browserTexts.differs}</span>` : nothing}
    </td>
    <td data-head=${head.recorded(families.chromium)}>${prose(answerWords(recorded.chromium))}</td>
    <td data-head=${head.recorded(families.firefox)}>${prose(answerWords(recorded.firefox))}</td>
    <td class="standard">${drawStep(standard)}</td>
  </tr>`;
}

function said(stage: Progress): string {
  switch (stage.is) {
    case "waiting":
      return browserTexts.waiting;
    case "measuring":
      return browserTexts.measuring;
    case "answered":
      return answerWords(stage.answer);
    case "unmeasured":
      return browserTexts.obstacles[stage.why];
  }
}
