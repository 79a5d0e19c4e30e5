/** A row above the events of each attempt: what it sent, how it began and ended, what was lost or came twice. */
import { html, nothing, type TemplateResult } from "lit";
import { capitalised, counted, grouped, inWords, milliseconds } from "../../trace/en/figures.ts";
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

const attemptsTexts = {
  attempt: (number: number) => `attempt ${grouped(number)}`,
  noId: "no last id",
  unheard: "the server never heard of it",
  untold: "what the server heard isn’t known",
  announced: (after: string) => `Announced after ${after}`,
  unannounced: "Not announced",
  goesOn: "goes on",
  /** An `error` event with readyState 0: what went before it. */
  reestablished: {
    cut: "cut off; the client reconnects",
    ended: "ended; the client reconnects",
    unannounced: "never opened; the client tries again",
  },
  neverAgain: "ended; this browser never asks again",
  events: (count: number) => (count > 12 ? `${grouped(count)} events` : counted(count, "event")),
  missed: (ids: string) => `missed *${ids}*`,
  repeated: (ids: string) => `repeated *${ids}*`,
  replayed: (ids: string) => `replayed *${ids}*`,
  why: {
    missed: "The server wrote them, and they never arrived",
    repeated: "They had arrived before",
    replayed: "They had been lost, and the server wrote them again",
  },
  notes: {
    cure: "EventSource never asks again after this, even when the server is back. *Reconnect automatically* makes a new one after a wait, as applications do.",
    anew: "This EventSource never asks again. A new one takes its place; it sends no `Last-Event-ID`, so the id goes into its URL.",
    anewAfter204: (tries: number) =>
      `A page is not told that it was a \`204\`: a new one asks, ${inWords(tries)} times at the most.`,
    gaveUpToo: (tries: number) =>
      `${capitalised(inWords(tries))} new ones in a row did not open: nothing asks any more. *Connect* starts over.`,
    bareFetch:
      "fetch never asks again by itself. *Reconnect automatically* makes it, by the standard’s steps.",
    failed:
      "By the standard such an answer is final: fetch does not ask again. *Connect* starts over.",
    allTheSame:
      "By the standard that is final. But this status says that the server is away, so the client asks again after a wait.",
  },
};

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
