/** The answers as a table: what is asked, what this browser does, what others did, what the standard says. */
import { html, nothing, type TemplateResult } from "lit";
import { answer as answerWords, questions } from "../../trace/en/this-browser.ts";
import type { Family, MeasurementName } from "../../trace/run/behaviour.ts";
import { browsers } from "../../trace/run/browsers.ts";
import { isOther, type Measurement } from "../../trace/this-browser/measurement.ts";
import { measurements } from "../../trace/this-browser/measurements.ts";
import { drawStep } from "../controls/draw-step.ts";
import { prose } from "../controls/prose.ts";
import { icons } from "../icons.ts";
import type { Stage } from "./measuring.ts";
import { browserTexts } from "./this-browser-texts.ts";

/** `family`: this browser's answers are compared with those recorded of it. */
export function drawAnswers(family: Family | undefined, stageOf: (name: MeasurementName) => Stage) {
  const { head, differing, alike } = browserTexts;
  const group = (title: string, ofGroup: readonly Measurement[]) => html`<tbody>
    <tr class="group"><th colspan="5" scope="rowgroup">${title}</th></tr>
    ${ofGroup.map(({ name }) => row(name, stageOf(name), family))}
  </tbody>`;
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${head.what}</th>
        <th scope="col">${head.here}</th>
        <th scope="col">${head.recorded(browsers.chromium.name)}</th>
        <th scope="col">${head.recorded(browsers.firefox.name)}</th>
        <th class="standard" scope="col">${head.standard}</th>
      </tr>
    </thead>
    ${group(differing, measurements.differing)} ${group(alike, measurements.alike)}
  </table>`;
}

function row(name: MeasurementName, stage: Stage, family: Family | undefined): TemplateResult {
  const { chromium, firefox } = browsers;
  const { what, standard } = questions[name];
  const { head } = browserTexts;
  const other = stage.is === "answered" && isOther(name, stage.answer, family);
  return html`<tr class=${other ? "other" : ""}>
    <th scope="row">${prose(what)}</th>
    <td class=${stage.is} data-head=${head.here}>
      <span>${prose(said(stage))}</span>
      ${other ? html`<span class="mark">${icons.warning} ${browserTexts.differs}</span>` : nothing}
    </td>
    <td data-head=${head.recorded(chromium.name)}>${prose(answerWords(chromium.answers[name]))}</td>
    <td data-head=${head.recorded(firefox.name)}>${prose(answerWords(firefox.answers[name]))}</td>
    <td class="standard">${drawStep(standard)}</td>
  </tr>`;
}

function said(stage: Stage): string {
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
