/** The table of a lane's events, each with its lag; those of an attempt stand together. */
import { html, nothing, type TemplateResult } from "lit";
import { milliseconds } from "../../trace/en/figures.ts";
import type { AttemptView } from "../../trace/run/attempt.ts";
import type { LaneView } from "../../trace/run/lane.ts";
import { isAt, type Pointing } from "../../trace/run/pointing.ts";
import type { ArrivedEvent } from "../../trace/run/reception.ts";
import { legible } from "../controls/legible.ts";
import type { LiveRun } from "../playground/live-run.ts";
import type { Pointed } from "../playground/pointed.ts";
import { laneTexts } from "./lane-texts.ts";

/** The newest ones are drawn; the trace keeps them all. */
const ROWS = 50;

const ATTEMPTS = 50;

/** It is still there for whoever copies the text. */
const LINE_FEED = html`<i>${"\n"}</i>`;

/** @param head draws the row above the events of an attempt, where there is something to say */
export function drawEvents(
  { run, judge }: LiveRun,
  { name, attempts }: LaneView,
  pointed: Pointed,
  head: ((attempt: AttemptView) => TemplateResult) | undefined,
  scrolled: () => void,
): TemplateResult {
  const arrived = attempts.reduce((sum, attempt) => sum + attempt.arrived.length, 0);

  function row(attempt: AttemptView, index: number, { type, data, lastEventId }: ArrivedEvent) {
    const lag = attempt.lag(index);
    const written = attempt.writtenFor(index);
    const pointing: Pointing | null = written && {
      kind: "events",
      lane: name,
      attempt: attempt.number,
      first: written.number,
      last: written.number,
    };
    const isLast = index === attempt.arrived.length - 1; // Tab goes there, and arrows to the others
    const isLit = written !== null && isAt(pointed.at, name, attempt.number, written);
    return html`<tr
      tabindex=${isLast ? 0 : -1}
      aria-current=${isLit ? "true" : nothing}
      @pointerenter=${() => pointed.point(pointing)}
      @pointerleave=${() => pointed.point(null)}
      @click=${() => pointing && pointed.goTo(pointing)}
      @keydown=${press}
    >
      ${cell("type", type)}
      ${cell("id", lastEventId)}
      ${cell("data", data)}
      <td class=${judge.heldByOfArrival(run, attempt, index) === "hop" ? "held" : ""}>
        ${lag === null ? "" : milliseconds(Math.max(0, lag))}
      </td>
    </tr>`;
  }

  return html`<div class="events" tabindex="0" role="group" aria-label=${laneTexts.events} @scroll=${scrolled}>
    ${arrived > ROWS ? html`<p class="note">${laneTexts.newest(ROWS, arrived)}</p>` : nothing}
    <table>
      <thead>
        <tr>
          <th scope="col">${laneTexts.type}</th>
          <th scope="col">${laneTexts.id}</th>
          <th scope="col">${laneTexts.data}</th>
          <th scope="col"><sse-term name="lag">${laneTexts.lag}</sse-term></th>
        </tr>
      </thead>
      ${newest(attempts).map(
        ({ attempt, from }) => html`<tbody>
          ${head?.(attempt)}
          ${attempt.arrived.slice(from).map((event, index) => row(attempt, from + index, event))}
        </tbody>`,
      )}
    </table>
  </div>`;
}

/** Enter goes to the log, arrows to the event before and the next. */
function press(event: KeyboardEvent): void {
  const row = event.currentTarget;
  if (!(row instanceof HTMLElement)) return;
  const next = { ArrowUp: row.previousElementSibling, ArrowDown: row.nextElementSibling }[
    event.key
  ];
  if (event.key === "Enter") row.click();
  else if (next instanceof HTMLElement) next.focus();
  else return;
  event.preventDefault();
}

/** `from`: the first of its events that is shown. */
function newest(attempts: readonly AttemptView[]): { attempt: AttemptView; from: number }[] {
  let left = ROWS;
  return attempts
    .slice(-ATTEMPTS)
    .reverse()
    .map((attempt) => {
      const from = Math.max(0, attempt.arrived.length - left);
      left -= attempt.arrived.length - from;
      return { attempt, from };
    })
    .reverse();
}

function cell(field: "type" | "id" | "data", text: string): TemplateResult {
  const shown = legible(text);
  const lines = shown.split("\n").map((line, index) => (index > 0 ? [LINE_FEED, line] : line));
  return html`<td class=${field} title=${shown}>${lines}</td>`;
}
