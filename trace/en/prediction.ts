/** Says what a client will do when a button is pressed: what the page will see, and why. */

import type { Did } from "../faults/prediction-holds.ts";
import type { GivenUpAt, PredictedOutcome, Prediction } from "../faults/predictions.ts";
import type { LaneName } from "../run/records.ts";
import { milliseconds } from "./figures.ts";

export function predictionSentence(prediction: Prediction): string {
  switch (prediction.does) {
    case "reconnects":
      return `${gap[prediction.lane]} ${again(prediction.after)}.`;
    case "loses-and-asks":
      return "What the compressor holds is lost. The browser asks again by itself.";
    case "gives-up":
      return `${gaveUp[prediction.at]} ${forGood[prediction.lane]}`;
    case "anew":
      return `${gaveUp[prediction.at]} ${allTheSame[prediction.lane]}`;
    case "fails":
      return "It fails with a `TypeError`, because the response was cut off.";
    case "ends":
      return prediction.isHidden
        ? "The dev server hides the cut: it adds an error text and ends the response normally."
        : "The response ends normally: fetch sees no difference.";
    case "waits":
      return "The page is not told. It waits as long as the silence lasts.";
    case "goes-on":
      return "The stream continues where it stopped.";
    case "follows":
      return `${followed[prediction.lane]} ${later[prediction.later]}`;
    case "never-asks":
      return "Nothing happens: fetch never asks again by itself.";
    case "piles-up":
      return "Events of that time arrive together after it, as behind a proxy that buffers.";
    case "cant-tell":
      return unknown[prediction.because];
  }
}

/**
 * Tells whether it came true.
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
  ended: "the response ended normally",
};

const gap: Record<LaneName, string> = {
  eventsource: "It gets an “error” (readyState 0) and",
  fetch: "The response ends or breaks off, and its client",
};

const forGood: Record<LaneName, string> = {
  eventsource: "It gets an “error” (readyState 2) and gives up.",
  fetch: "By the standard that is final: it gives up.",
};

const allTheSame: Record<LaneName, string> = {
  eventsource: "It gets an “error” (readyState 2); after a wait a new one takes its place.",
  fetch: "By the standard that is final, but its client asks again after a wait.",
};

function again(ms: number | null): string {
  if (ms === Number.POSITIVE_INFINITY) return "never asks again: its `retry` is too large";
  return ms === null
    ? "asks again and again, until the server answers"
    : `asks again after ${milliseconds(ms)}`;
}

const gaveUp: Record<GivenUpAt, string> = {
  answer: "Its next answer is no event stream.",
  refusal: "When it asks again, the connection is refused.",
  "504": "When it asks again, the dev server answers `504`: the server is away.",
};

const followed: Record<LaneName, string> = {
  eventsource: "It follows the redirect, and the page is not told.",
  fetch: "It follows the redirect; only `response.url` tells.",
};

const later: Record<(PredictedOutcome & { does: "follows" })["later"], string> = {
  first: "Its next reconnect starts from the first address again.",
  final: "Its next reconnect goes straight to the new address.",
};

const unknown: Record<(PredictedOutcome & { does: "cant-tell" })["because"], string> = {
  moment: "Unknown: it depends on which comes first.",
  queue: "Unknown: the answer you queued comes first.",
  unmeasured: "Nobody has measured this yet.",
};
