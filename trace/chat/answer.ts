/**
 * A chat model's answer as one lane got it. The relay sends `start`, a `token` for each piece of text,
 * a `tool-call` for each tool that the model asks for, `usage`, and at last `[DONE]`, which is no type of
 * event but the data of one; or a `failure`.
 */

import type { LaneView } from "../run/lane.ts";
import { INSTANT } from "../run/noise.ts";
import type { ArrivedEvent } from "../run/reception.ts";
import { isDone } from "./done.ts";

/** A piece of the answer, and the event that brought it: number `index` of that attempt, from 0. */
export type Token = { text: string; attempt: number; index: number; at: number }; // ms since the run began

/** `kind` is the relay's word for what happened; `status` the upstream's, where it answered. */
export type ChatFailure = { kind: string; status: number | null; detail: string };

/** What the model asks a tool to do; the arguments are JSON as the model wrote it. */
export type ToolCall = { name: string; arguments: string };

/** The tokens as the model counts them, where it does. */
export type Usage = {
  promptTokens: number | null;
  completionTokens: number | null;
  finishReason: string;
};

export class Answer {
  readonly #lane: LaneView;
  /** Where reading goes on: the attempt, and how many of its events were read. */
  #attempt = 0;
  #read = 0;
  readonly #tokens: Token[] = [];
  /** Counts the pauses between two tokens of one attempt, and how long they were in all. ms */
  #pauses = { count: 0, over: 0 };
  /** The relay calls it so; a resume says the same name again. */
  name: string | null = null;
  model: string | null = null;
  isDemo = false;
  readonly toolCalls: ToolCall[] = [];
  usage: Usage | null = null;
  doneAt: number | null = null; // ms since the run began
  failure: ChatFailure | null = null;

  constructor(lane: LaneView) {
    this.#lane = lane;
  }

  get tokens(): readonly Token[] {
    return this.#tokens;
  }

  /** Says how long it took from the lane's first request to its first token. ms */
  get firstTokenAfter(): number | null {
    const [first] = this.#tokens;
    const asked = this.#lane.attempts[0]?.reception.since;
    return first === undefined || asked === undefined ? null : first.at - asked;
  }

  /** Says how fast an attempt brought tokens; `null` where they came in one instant. */
  get tokensPerSecond(): number | null {
    const { count, over } = this.#pauses;
    return over > INSTANT ? (count / over) * 1000 : null;
  }

  read(): this {
    const { attempts } = this.#lane;
    for (let attempt = attempts[this.#attempt]; attempt; attempt = attempts[++this.#attempt]) {
      const { arrived, number } = attempt;
      for (; this.#read < arrived.length; this.#read++) {
        const event = arrived[this.#read];
        if (event !== undefined) this.#take(event, number, this.#read);
      }
      if (this.#attempt === attempts.length - 1) break; // more may come of this one
      this.#read = 0;
    }
    return this;
  }

  #take(event: ArrivedEvent, attempt: number, index: number): void {
    const at = event.arrivedAt;
    if (isDone(event)) {
      this.doneAt = at;
      return;
    }
    const said = fieldsOf(event.data);
    switch (event.type) {
      case "start":
        this.name = textIn(said, "answer") || null;
        this.model = textIn(said, "model") || null;
        this.isDemo = said.get("isDemo") === true;
        return;
      case "token":
        this.#add({ text: textIn(said, "text"), attempt, index, at });
        return;
      case "tool-call":
        this.toolCalls.push({ name: textIn(said, "name"), arguments: textIn(said, "arguments") });
        return;
      case "usage":
        this.usage = {
          promptTokens: numberIn(said, "promptTokens"),
          completionTokens: numberIn(said, "completionTokens"),
          finishReason: textIn(said, "finishReason"),
        };
        return;
      case "failure":
        this.failure = {
          kind: textIn(said, "kind"),
          status: numberIn(said, "status"),
          detail: textIn(said, "detail"),
        };
    }
  }

  #add(token: Token): void {
    const last = this.#tokens.at(-1);
    if (last?.attempt === token.attempt) {
      this.#pauses.count++;
      this.#pauses.over += token.at - last.at;
    }
    this.#tokens.push(token);
  }
}

type Fields = ReadonlyMap<string, unknown>;

/** Returns the fields of a JSON object; none where the data is something else. */
function fieldsOf(data: string): Fields {
  try {
    const value: unknown = JSON.parse(data);
    return new Map(typeof value === "object" && value !== null ? Object.entries(value) : []);
  } catch {
    return new Map();
  }
}

function textIn(fields: Fields, name: string): string {
  const value = fields.get(name);
  return typeof value === "string" ? value : "";
}

function numberIn(fields: Fields, name: string): number | null {
  const value = fields.get(name);
  return typeof value === "number" ? value : null;
}
