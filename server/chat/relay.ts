/**
 * The relay: what the model says becomes events of our own, which are the same for every service. The
 * answer is made whether or not somebody reads it just now.
 */
import type { ModelFact, RelayName } from "../../trace/run/records.ts";
import type { Answer } from "./answer.ts";
import { askModel, type ChatMessage } from "./ask-model.ts";
import { ChatError, failedHere, stopped } from "./chat-error.ts";
import { readCompletion } from "./completion.ts";
import type { Model } from "./model.ts";
import { splitChunks } from "./split-chunks.ts";

export type Question = { messages: readonly ChatMessage[]; role: string; relay: RelayName };

/** The relay calls it with everything that it has to do with the model. */
export type TellModel = (fact: ModelFact) => void;

/** The data of the event before the last; a count is null where the model does not say it. */
type Usage = {
  promptTokens: number | null;
  completionTokens: number | null;
  finishReason: string | null;
};

/**
 * Has the model answer. Settles when the answer is over, however it ends.
 * @throws what went wrong in the relay itself, once the readers are told
 */
export async function relay(
  model: Model,
  question: Question,
  answer: Answer,
  tell: TellModel,
): Promise<void> {
  let tokens = 0;
  const usage: Usage = { promptTokens: null, completionTokens: null, finishReason: null };
  const enough = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  try {
    const { messages, ...asked } = question;
    answer.add("start", { answer: answer.id, model: model.name, isDemo: model.isDemo, ...asked });
    const body = askModel(model, messages, { stop: answer.signal, enough: enough.signal });
    const whole = onFirst(body, () => tell({ did: "began" }));
    const parts =
      question.relay === "split-chunks" ? splitChunks(whole) : readCompletion(whole, model);
    for await (const part of parts) {
      switch (part.kind) {
        case "text":
          tokens++;
          answer.add("token", { text: part.text });
          break;
        case "tool-call":
          answer.add("tool-call", { name: part.name, arguments: part.arguments });
          break;
        case "finish":
          usage.finishReason = part.reason;
          // Some services never close the connection; a last word may still come.
          timer ??= setTimeout(() => enough.abort(), model.patience.finish);
          break;
        case "usage":
          usage.promptTokens = part.promptTokens;
          usage.completionTokens = part.completionTokens;
      }
    }
    answer.add("usage", usage);
    answer.end({ data: "[DONE]" });
    tell({ did: "ended", tokens });
  } catch (error) {
    const failure = error instanceof ChatError ? error : failedHere();
    const why = answer.stopped;
    answer.end({ type: "failure", data: JSON.stringify(why === null ? failure : stopped(why)) });
    if (why !== null) return tell({ did: "stopped", why, tokens });
    tell({ did: "failed", failure: failure.kind, tokens });
    if (failure !== error) throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** Passes the chunks on, and calls `begin` before the first. */
async function* onFirst<Chunk>(
  chunks: AsyncIterable<Chunk>,
  begin: () => void,
): AsyncGenerator<Chunk> {
  let hasBegun = false;
  for await (const chunk of chunks) {
    if (!hasBegun) begin();
    hasBegun = true;
    yield chunk;
  }
}
