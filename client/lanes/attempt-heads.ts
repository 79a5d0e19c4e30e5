/** A row above the events of each attempt: what it sent, how it began and ended, what was lost or came twice. */

import { html, nothing, type TemplateResult } from "lit";
import { milliseconds } from "../../trace/en/figures.ts";
import { laneStateSentence } from "../../trace/en/lane-state.ts";
import type { AttemptView } from "../../trace/run/attempt.ts";
import { isCut } from "../../trace/run/connection.ts";
import { type Continuity, continuity } from "../../trace/run/continuity.ts";
import { headerValue } from "../../trace/run/head.ts";
import type { LaneView } from "../../trace/run/lane.ts";
import { givesUp } from "../../trace/run/reception.ts";
import { idRanges } from "../../trace/share/id-ranges.ts";
import { MOST_TRIES } from "../connections/backoff.ts";
import { legible } from "../controls/legible.ts";
import { prose } from "../controls/prose.ts";
import { attemptsTexts } from "./attempts-texts.ts";

/** `comesBack`: its client does where a bare one would not. */
export function attemptHeads(
  lane: LaneView,
  comesBack: boolean,
): (attempt: AttemptView) => TemplateResult {
  const all = continuity(lane.attempts);
  const note = attemptNote(lane, comesBack);
  return (attempt) => {
    const isLast = attempt === lane.attempts.at(-1);
    const isFollowed = !isLast || lane.state.name === "coming-back";
    return html`<tr>
      <th scope="rowgroup" colspan="4">
        <p class="attempt" title=${announced(attempt)}>
          <b>${attemptsTexts.attempt(attempt.number)}</b>
          ${sent(attempt)}
          <span>${ending(lane, attempt, isFollowed)}</span>
          ${attempt.announcedAt === null ? nothing : html`<span>${attemptsTexts.events(attempt.arrived.length)}</span>`}
          ${lostAndFound(all[attempt.number - 1])}
        </p>
        ${isLast && note !== null ? html`<p>${prose(note)}</p>` : nothing}
      </th>
    </tr>`;
  };
}

/** It asked from this id on: in a header, or in the URL of a new EventSource. */
function sent({ connection, isTold }: AttemptView): TemplateResult {
  const request = connection?.request;
  if (!request) return html`<span>${isTold ? attemptsTexts.unheard : attemptsTexts.untold}</span>`;
  const id = headerValue(request.headers, "Last-Event-ID");
  if (id !== null) return html`<span class="wire id">Last-Event-ID: ${legible(id)}</span>`;
  const inUrl = new URL(request.url, "http://localhost").searchParams.get("lastEventId");
  return inUrl === null
    ? html`<span>${attemptsTexts.noId}</span>`
    : html`<span class="wire id">?lastEventId=${legible(inUrl)}</span>`;
}

function announced({ announcedAt, reception, connection }: AttemptView): string {
  if (announcedAt === null) return attemptsTexts.unannounced;
  // Only the server knows when a browser asks again by itself.
  const askedAt = reception.askedAt ?? connection?.beganAt ?? announcedAt;
  return attemptsTexts.announced(milliseconds(Math.max(0, announcedAt - askedAt)));
}

/** `isFollowed`: the client asks again. */
function ending(lane: LaneView, attempt: AttemptView, isFollowed: boolean): string {
  const { ending, announcedAt, connection } = attempt;
  if (givesUp(ending) || !(isFollowed || ending?.how === "error")) {
    if (ending === null && announcedAt !== null) return attemptsTexts.goesOn;
    return legible(laneStateSentence(lane.stateAfter(attempt), lane.name, 0));
  }
  const { state } = lane;
  const isLast = lane.attempts.at(-1) === attempt;
  if (isLast && "asksAt" in state && state.asksAt === Number.POSITIVE_INFINITY)
    return attemptsTexts.neverAgain;
  if (announcedAt === null) return attemptsTexts.reestablished.unannounced;
  const reason = connection?.end?.reason;
  return reason && isCut(reason)
    ? attemptsTexts.reestablished.cut
    : attemptsTexts.reestablished.ended;
}

function lostAndFound(found: Continuity | undefined) {
  return (["missed", "repeated", "replayed"] as const).map((what) => {
    const ids = found?.[what] ?? [];
    if (ids.length === 0) return nothing;
    const tone = what === "missed" ? "held" : "";
    return html`<span class=${tone} title=${attemptsTexts.why[what]}>${prose(attemptsTexts[what](idRanges(ids)))}</span>`;
  });
}

/**
 * Says why nobody asks again, what would, or which client does; `null` where the browser's own doing needs no
 * word.
 */
function attemptNote({ name, attempts, state }: LaneView, comesBack: boolean): string | null {
  const { notes } = attemptsTexts;
  const isPolite = attempts.at(-1)?.head?.status === 204;
  switch (state.name) {
    case "coming-back":
      if (state.refusal === null) return null;
      if (name === "fetch") return notes.allTheSame;
      return isPolite ? notes.anewAfter204(MOST_TRIES) : notes.anew;
    case "gave-up":
      if (comesBack) return notes.gaveUpToo(MOST_TRIES);
      return isPolite ? null : notes.cure;
    case "failed":
      return comesBack ? null : notes.bareFetch;
    case "refused":
      return comesBack ? notes.failed : null;
    default:
      return null;
  }
}
