/**
 * The relay: what the model says becomes events of our own, the same whatever service the model is of.
 * The answer is made whether or not somebody reads it just now.
 */
import type { ModelFact, RelayName } from "../../trace/run/records.ts";
import type { Answer } from "./answer.ts";
import { askModel, type ChatMessage } from "./ask-model.ts";
import { failedHere, stopped } from "./asking-errors.ts";
import { ChatError } from "./chat-error.ts";
import { readCompletion } from "./completion.ts";
import type { Model } from "./model.ts";
import { splitChunks } from "./split-chunks.ts";

export type Question = { messages: readonly ChatMessage[]; role: string; relay: RelayName };

/** Where the relay tells what it has to do with the model. */
export type TellModel = (fact: ModelFact) => void;

/** The data of the event before the last; null where the model does not say. */
type Usage = {
  promptTokens: number | null;
  completionTokens: number | null;
  finishReason: string | null;
};

/**
 * Has the model answer. Settles when the answer is over, however it ends.
 * @throws whatever went wrong in the relay itself, once its readers are told
 */
export async function relay(
  model: Model,
  question: Question,
  answer: Answer,
  tell: TellModel,
): Promise<void> {
  let tokens = 0;
  const usage: Usage = { promptTokens: null, completionTokens: null, finishReason: null };
  try {
    const { messages, ...asked } = question;
    answer.add("start", { answer: answer.id, model: model.name, isDemo: model.isDemo, ...asked });
    const body = askModel(model, messages, answer.signal);
    const whole = told(body, () => tell({ did: "began" }));
    const said =
      question.relay === "split-chunks" ? splitChunks(whole) : readCompletion(whole, model);
    for await (const piece of said) {
      switch (piece.kind) {
        case "text":
          tokens++;
          answer.add("token", { text: piece.text });
          break;
        case "finish":
          usage.finishReason = piece.reason;
          break;
        case "usage":
          usage.promptTokens = piece.promptTokens;
          usage.completionTokens = piece.completionTokens;
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
  }
}

/** The same chunks; `begin` is called before the first. */
async function* told<Chunk>(
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
