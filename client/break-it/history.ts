/** Says what was pressed in a run, and whether each client did what was foretold. */

import { html, nothing, type TemplateResult } from "lit";
import { mishapName } from "../../trace/en/fault.ts";
import { laneTitles } from "../../trace/en/lane-titles.ts";
import { doneWords, heldSentence, predictionSentence } from "../../trace/en/prediction.ts";
import { did, holds } from "../../trace/faults/prediction-holds.ts";
import type { Prediction } from "../../trace/faults/predictions.ts";
import { doneAt } from "../../trace/faults/pressed.ts";
import type { Run } from "../../trace/run/run.ts";
import { prose } from "../controls/prose.ts";
import { icons } from "../icons.ts";
import { breakItTexts } from "./break-it-texts.ts";
import type { Press } from "./presses.ts";

export function drawPress(one: Press, run: Run): TemplateResult {
  return html`<p>
      <b>${mishapName(one.mishap)}</b>
      <span class="when">${breakItTexts.at(one.at)}</span>
    </p>
    ${
      one.refused === ""
        ? nothing
        : html`<p class="outcome refused">${icons.warning} ${breakItTexts.refused}: ${prose(one.refused)}</p>`
    }
    ${one.foretold.map((prediction) => outcome(prediction, one, run))}`;
}

function outcome(prediction: Prediction, one: Press, run: Run): TemplateResult | typeof nothing {
  const { lane } = prediction;
  const since = sinceWhen(one, run, prediction);
  if (since === null && one.refused !== "") return nothing; // it was not done to this one
  const held = since === null ? null : holds(prediction, run, since);
  const { icon, tone } = look(prediction, held);
  const isRunning = run.lane(lane).attempts.at(-1)?.ending === null;
  const done = held === false && since !== null ? did(lane, run, since) : null;
  const foretold = breakItTexts.foretold(predictionSentence(prediction));
  return html`<p class="outcome ${tone}" title=${foretold.replaceAll("`", "")}>
    ${icon} ${laneTitles[lane]}:
    ${prose(heldSentence(prediction, held, isRunning))}${done === null ? nothing : `: ${doneWords[done]}`}
  </p>`;
}

/** From then on its consequences count; `null` while the server has not told that it did it. */
function sinceWhen({ mishap, at }: Press, run: Run, { lane }: Prediction): number | null {
  if (mishap.kind === "freeze" || mishap.kind === "close-door") return at;
  return doneAt(mishap, run, lane, at);
}

function look(prediction: Prediction, held: boolean | null) {
  if (prediction.does === "cant-tell") return { icon: icons.question, tone: "" };
  if (held === null) return { icon: icons.clock, tone: "" };
  return held ? { icon: icons.check, tone: "came-true" } : { icon: icons.broken, tone: "failed" };
}
