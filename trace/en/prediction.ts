/** What a client will do when a button is pressed, in English: what the page will see, and why. */

import type { Did } from "../faults/prediction-holds.ts";
import type { GivenUpAt, PredictedOutcome, Prediction } from "../faults/predictions.ts";
import type { LaneName } from "../run/records.ts";
import { milliseconds } from "./figures.ts";

/** One or two whole sentences. */
export function predictionSentence(prediction: Prediction): string {
  switch (prediction.does) {
    case "reconnects":
      return `${gap[prediction.lane]}: ${again(prediction.after)}.`;
    case "loses-and-asks":
      return "What the compressor holds is lost. The browser asks again, without the page’s doing.";
    case "gives-up":
      return `${gaveUp[prediction.at]} ${forGood[prediction.lane]}`;
    case "anew":
      return `${gaveUp[prediction.at]} ${allTheSame[prediction.lane]}`;
    case "fails":
      return "It fails with `TypeError`: the body has no proper end.";
    case "ends":
      return prediction.isHidden
        ? "The dev server hides the cut: it writes an error text into the body and ends it properly."
        : "The body ends properly: to fetch this is an end like any other.";
    case "waits":
      return "Nothing tells the page. It waits for as long as the silence lasts.";
    case "goes-on":
      return "The stream goes on as if nothing had happened.";
    case "follows":
      return `${followed[prediction.lane]} ${later[prediction.later]}`;
    case "never-asks":
      return "Nothing: fetch never asks again by itself.";
    case "piles-up":
      return "What comes meanwhile arrives at once, when the page is free again: it looks like a buffering proxy.";
    case "cant-tell":
      return unknown[prediction.because];
  }
}

/**
 * Whether it came true.
 * @param isRunning whether the client has a stream now: then it may need another press to show
 */
export function heldSentence(
  prediction: Prediction,
  holds: boolean | null,
  isRunning: boolean,
): string {
  if (prediction.does === "cant-tell") return "nothing was predicted";
  if (holds !== null) return holds ? "as predicted" : "not as predicted";
  const press = isRunning ? showsAfter(prediction) : null;
  return press === null ? "not seen yet" : `press *${press}* to see it`;
}

/** The button after which it shows; `null` where that is a matter of time. */
function showsAfter(prediction: PredictedOutcome): "End" | "Release" | null {
  switch (prediction.does) {
    case "waits":
      return "Release";
    case "never-asks":
    case "follows":
      return "End";
    case "gives-up":
    case "anew":
      return prediction.at === "answer" ? "End" : null;
    default:
      return null;
  }
}

/** What the client did, to stand behind "not as predicted:". */
export const doneWords: Record<Did, string> = {
  "gave-up": "it gave up for good",
  "asked-again": "it asked again",
  failed: "it failed",
  ended: "it came to a proper end",
};

const gap: Record<LaneName, string> = {
  eventsource: "An “error”, readyState 0",
  fetch: "The stream breaks off, or ends; its client comes back",
};

const forGood: Record<LaneName, string> = {
  eventsource: "An “error”, readyState 2: it gives up for good.",
  fetch: "The standard fails the connection: it gives up for good.",
};

const allTheSame: Record<LaneName, string> = {
  eventsource: "An “error”, readyState 2; after a wait a new one takes its place.",
  fetch: "The standard fails the connection; its client asks again after a wait all the same.",
};

function again(ms: number | null): string {
  if (ms === Number.POSITIVE_INFINITY) return "it never asks again, as its `retry` is too large";
  return ms === null
    ? "it asks again and again, until the server answers"
    : `it asks again after ${milliseconds(ms)}`;
}

const gaveUp: Record<GivenUpAt, string> = {
  answer: "When it asks next, the answer is no event stream.",
  refusal: "When it asks again, another origin refuses the connection.",
  "504": "When it asks again, the dev server answers `504` for the server that is away.",
};

const followed: Record<LaneName, string> = {
  eventsource: "It follows the redirect, and the page is not told.",
  fetch: "It follows the redirect; only `response.url` tells.",
};

const later: Record<(PredictedOutcome & { does: "follows" })["later"], string> = {
  first: "When it reconnects after that, it starts again from the first address.",
  final: "When it reconnects after that, it goes straight to the new address.",
};

const unknown: Record<(PredictedOutcome & { does: "cant-tell" })["because"], string> = {
  moment: "Unknown: it depends on which comes first.",
  queue: "Unknown: the answer you queued comes first.",
  unmeasured: "Nobody has measured this yet.",
};
