/** Says what the relay had to do with the chat model: as a row of the log holds it, and as a sentence. */

import type { ModelFact, ModelFailure, RelayName } from "../run/records.ts";
import { counted } from "./figures.ts";

export function modelContent(fact: ModelFact): string {
  switch (fact.did) {
    case "asked":
      return `asked ${fact.model}`;
    case "began":
      return "first piece";
    case "ended":
      return counted(fact.tokens, "token");
    case "stopped":
      return `stopped after ${counted(fact.tokens, "token")}`;
    case "failed":
      return `${failures[fact.failure].name} after ${counted(fact.tokens, "token")}`;
    case "resumed":
      return `resumed after event ${fact.after}`;
  }
}

export function model(fact: ModelFact): string {
  switch (fact.did) {
    case "asked":
      return `${asked(fact.times)}${wrongWay[fact.relay]}`;
    case "began":
      return "The first piece of the model’s own event stream has come. The relay parses it and writes events of its own.";
    case "ended":
      if (fact.tokens === 0) {
        return "The model has ended without a token of text. What else it said is in the events.";
      }
      return `The model has said all of it, in ${counted(fact.tokens, "token")}. The answer is kept for a while, for whoever lost the connection.`;
    case "stopped":
      return `${stopped[fact.why]} The request to the model is cut after ${counted(fact.tokens, "token")}: it works no more, and costs no more.`;
    case "failed":
      return `${failures[fact.failure].sentence} A \`failure\` event tells the page.`;
    case "resumed":
      return `The answer is kept: this connection goes on after event ${fact.after}. The model is not asked again.`;
  }
}

function asked(times: number): string {
  if (times === 1) return "The relay asks the model.";
  return `The relay asks the model again: for this client it was asked ${counted(times, "time")}.`;
}

const wrongWay: Record<RelayName, string> = {
  right: "",
  "no-ids":
    " This relay is wrong on purpose: its events have no ids, so whoever reconnects starts it all over.",
  "split-chunks":
    " This relay is wrong on purpose: it takes each chunk of the model’s stream for whole lines.",
};

const stopped: Record<(ModelFact & { did: "stopped" })["why"], string> = {
  asked: "Somebody pressed Stop.",
  unread: "Nobody has read this answer for a while.",
  shutdown: "The server is being stopped.",
};

const failures: Record<ModelFailure, { name: string; sentence: string }> = {
  unauthorized: { name: "refused the key", sentence: "The model’s service does not take the key." },
  "rate-limited": {
    name: "too many requests",
    sentence: "The model’s service says that it was asked too often.",
  },
  upstream: { name: "failed", sentence: "The model’s service failed." },
  timeout: { name: "silent", sentence: "The model was silent for too long." },
  cut: { name: "cut", sentence: "The model’s stream ended in the middle." },
  proxy: { name: "proxy refused", sentence: "The proxy on the way to the model refused." },
  unreachable: { name: "unreachable", sentence: "The model could not be reached." },
  stopped: { name: "stopped", sentence: "The model was stopped." },
  forgotten: {
    name: "not kept",
    sentence: "The answer that the client wants to go on with is not kept any more.",
  },
};
