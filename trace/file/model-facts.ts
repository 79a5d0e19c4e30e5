/** What the relay had to do with the chat model, as it stands in the file of a trace. */
import type { ModelFact } from "../run/records.ts";
import type { Readers } from "./fields.ts";

const FAILURES = [
  "unauthorized",
  "rate-limited",
  "upstream",
  "timeout",
  "cut",
  "proxy",
  "unreachable",
  "stopped",
  "forgotten",
] as const;

export const modelFacts: Readers<ModelFact, "did"> = {
  asked: (fields) => ({
    did: "asked",
    times: fields.count("times"),
    model: fields.text("model"),
    relay: fields.oneOf("relay", ["right", "no-ids", "split-chunks"]),
  }),
  began: () => ({ did: "began" }),
  ended: (fields) => ({ did: "ended", tokens: fields.count("tokens") }),
  stopped: (fields) => ({
    did: "stopped",
    why: fields.oneOf("why", ["asked", "unread", "shutdown"]),
    tokens: fields.count("tokens"),
  }),
  failed: (fields) => ({
    did: "failed",
    failure: fields.oneOf("failure", FAILURES),
    tokens: fields.count("tokens"),
  }),
  resumed: (fields) => ({ did: "resumed", after: fields.count("after") }),
};
