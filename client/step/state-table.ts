/** Says what a parser holds after a step, what the step changed in it, and what was dispatched so far. */
import { html, nothing, type TemplateResult } from "lit";
import { hex } from "../../trace/log/hex.ts";
import { changeOf, PARSER_FIELDS, type ParserField } from "../../trace/parsing/parser-change.ts";
import type { Parsing } from "../../trace/parsing/parsing.ts";
import type { ParserState, ParserStep } from "../../trace/parsing/steps.ts";
import { beginning } from "../../trace/run/beginning.ts";
import { drawGlyphs } from "../controls/glyphs.ts";
import { stepTexts } from "./step-texts.ts";

/** The latest events are listed; of a line so many bytes are shown in hex. */
const EVENTS = 12;
const HEX = 24;

const FIELDS: Readonly<Record<ParserField, string>> = {
  dataBuffer: "data",
  eventTypeBuffer: "event",
  lastEventIdBuffer: "id",
  lastEventId: "id",
  reconnectionTime: "retry",
};

const encoder = new TextEncoder();

export function lineTable(parsing: Parsing, at: number): TemplateResult {
  const step = parsing.step(at);
  const { start, end } = step?.did ?? { start: 0, end: 0 };
  const bytes = parsing.body.slice(start, Math.min(end, start + HEX));
  const [field, value, look] = fieldOf(step);
  const row = (name: string, content: unknown, kind = "") =>
    html`<div><dt>${name}</dt><dd class=${kind}>${content}</dd></div>`;
  return html`<dl class="line">
    ${row(stepTexts.field, field ?? html`<i>${stepTexts.noField}</i>`, look)}
    ${field === null ? nothing : row(stepTexts.value, text(value), look)}
    ${row(stepTexts.hex, `${hex(bytes)}${end - start > HEX ? " …" : ""}`, "hex")}
  </dl>`;
}

function fieldOf(
  step: ParserStep | undefined,
): [field: string | null, value: string, look: string] {
  switch (step?.did.kind) {
    case "data":
    case "event":
    case "id":
    case "retry":
      return [step.did.kind, step.did.value, step.did.kind];
    case "id-ignored":
      return ["id", step.did.value, "ignored"];
    case "unknown-field":
      return [beginning(step.did.name), step.did.value, "ignored"];
    default:
      return [null, "", ""];
  }
}

export function stateTable(before: ParserState, after: ParserState): TemplateResult {
  return html`<table aria-label=${stepTexts.holds}>
    ${PARSER_FIELDS.map((name) => {
      const change = changeOf(name, before, after);
      return html`<tr class=${change === null ? "" : "changed"}>
        <th scope="row">${stepTexts.names[name]}</th>
        <td class=${FIELDS[name]}>${content(name, after)}</td>
        <td class="change">${change === null ? nothing : `◆ ${stepTexts.changes[change]}`}</td>
      </tr>`;
    })}
  </table>`;
}

function content(name: ParserField, state: ParserState): unknown {
  const empty = html`<i>${stepTexts.empty}</i>`;
  switch (name) {
    case "dataBuffer":
      // The standard puts a line feed behind every value; the parser keeps them between the values.
      return state.dataBuffer === null ? empty : text(`${state.dataBuffer}\n`);
    case "reconnectionTime":
      return state.reconnectionTime === null
        ? html`<i>${stepTexts.ownTime}</i>`
        : stepTexts.milliseconds(state.reconnectionTime);
    default:
      return state[name] === "" ? empty : text(state[name]);
  }
}

export function eventList(parsing: Parsing, at: number): TemplateResult {
  const { dispatched } = parsing.state(at);
  if (dispatched === 0) return html`<p>${stepTexts.noneDispatched}</p>`;
  const first = Math.max(dispatched - EVENTS, 0);
  const steps = parsing.dispatches.slice(first, dispatched).reverse();
  return html`<ol class="events" reversed start=${dispatched}>
      ${steps.map((step, index) => drawEvent(parsing.step(step), dispatched - index, step === at))}
    </ol>
    ${first > 0 ? html`<p>${stepTexts.earlier(first)}</p>` : nothing}`;
}

function drawEvent(step: ParserStep | undefined, number: number, isNew: boolean) {
  if (step?.did.kind !== "dispatch") return nothing;
  const { event } = step.did;
  return html`<li class=${isNew ? "changed" : ""}>
    <span class="number">${number}</span>
    <span class="event">${beginning(event.type)}</span>
    <span class="id">${stepTexts.event(event)}</span>
    <span class="change">${isNew ? `◆ ${stepTexts.isNew}` : nothing}</span>
    <span class="data">${text(event.data)}</span>
  </li>`;
}

function text(value: string): TemplateResult[] {
  return drawGlyphs(encoder.encode(beginning(value)));
}
