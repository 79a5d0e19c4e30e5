/**
 * Says what can go wrong with an answer of the model, in words for people: what happened, and what to do. None
 * of them shows a key.
 */
import { STATUS_CODES } from "node:http";
import type { ModelFact, ModelFailure } from "../../trace/run/records.ts";
import { errorUnder, field, parsed } from "./completion-fields.ts";
import type { Model } from "./model.ts";
import { quoteWithoutKey } from "./without-key.ts";

export type WhyStopped = (ModelFact & { did: "stopped" })["why"];

export class ChatError extends Error {
  readonly kind: ModelFailure;
  readonly status: number | undefined; // the service's, where it answered

  constructor(kind: ModelFailure, detail: string, status?: number) {
    super(detail);
    this.kind = kind;
    this.status = status;
  }

  /** This is the data of a `failure` event. */
  toJSON(): object {
    return { kind: this.kind, status: this.status, detail: this.message };
  }
}

/** The answer of a service that sent no event stream. `text` is how its body begins. */
export type Refusal = { status: number; type: string; retryAfter: string; text: string };

export function refusalOf(model: Model, { status, type, retryAfter, text }: Refusal): ChatError {
  const answered = `the model's service answered ${status} ${STATUS_CODES[status] ?? ""}`.trim();
  if (status === 401 || status === 403) {
    // We do not quote what it says itself: that may hold the key, or parts of it.
    const cure = "write a key that it takes into OPENAI_API_KEY, and start the server again";
    return new ChatError("unauthorized", `${answered}: it does not take the key; ${cure}`, status);
  }
  if (status === 429) {
    const wait = /^\d+$/.test(retryAfter) ? `${retryAfter} s, as its Retry-After says,` : "a while";
    return new ChatError("rate-limited", `${answered}; wait ${wait} and ask again`, status);
  }
  if (status === 200) {
    const got = type === "" ? "without a type" : `with \`${quoteWithoutKey(model.key, type)}\``;
    const said = quoted(model, text);
    const cure =
      said === ""
        ? "look whether OPENAI_BASE_URL is right, and whether the model can stream"
        : "ask again";
    const what = `${answered} ${got}, which is no event stream${said}`;
    return new ChatError("upstream", `${what}; ${cure}`, 200);
  }
  const said = quoted(model, text);
  const cure = cureOf(
    said,
    "ask again, or look whether OPENAI_BASE_URL and OPENAI_MODEL are right",
  );
  return new ChatError("upstream", `${answered}${said}; ${cure}`, status);
}

export function saidInStream(model: Model, message: string): ChatError {
  const said = quoteWithoutKey(model.key, message);
  const what = `the model's service failed in its stream: “${said}”`;
  return new ChatError("upstream", `${what}; ${cureOf(said, "ask again")}`);
}

/** As llama.cpp, OpenAI, vLLM, Anthropic and Gemini say that a prompt is too long: the same one would fail again. */
const TOO_LONG = /context.{0,9}(size|length|window)|prompt is too long|token count.*exceeds/i;

function cureOf(said: string, otherwise: string): string {
  return TOO_LONG.test(said)
    ? "ask a shorter question, or start the model with a larger context"
    : otherwise;
}

export function silentAtFirst(ms: number): ChatError {
  return new ChatError("timeout", `the model has not answered within ${inSeconds(ms)}; ask again`);
}

/** Says that there was no connection to the model, or none that lasted until the response head. */
export function noWayTo(model: Model, error: unknown): ChatError {
  const { host } = model.url;
  if (model.proxy !== null) {
    const what = `the proxy ${model.proxy} made no connection to ${host} (${reason(error)})`;
    return new ChatError("proxy", `${what}; look at SOCKS_PROXY or HTTPS_PROXY, and at the proxy`);
  }
  const what = `there is no connection to ${host} (${reason(error)})`;
  return new ChatError("unreachable", `${what}; look at OPENAI_BASE_URL, and at the network`);
}

/** The stream could not be read on: silence, bytes that are not compressed as the head says, or a lost connection. */
export function brokenBy(error: unknown, silence: number): ChatError {
  const code = codeOf(error);
  if (code === "UND_ERR_BODY_TIMEOUT") {
    return new ChatError("timeout", `the model said nothing for ${inSeconds(silence)}; ask again`);
  }
  if (code === "Z_BUF_ERROR") return endedEarly(); // in the middle of what is compressed
  if (/^(Z_|ZSTD_|ERR_BROTLI_|ERR__)/.test(code)) {
    const what = "the model's stream is not compressed in the way that its Content-Encoding says";
    return new ChatError("upstream", `${what} (${code}); look at what stands before the model`);
  }
  return new ChatError("cut", "the connection to the model broke in the middle; ask again");
}

/** The service compressed its answer, though it was asked not to, in a way that we cannot read. */
export function unknownCoding(model: Model, coding: string): ChatError {
  const shown = quoteWithoutKey(model.key, coding);
  const what = `the model's service answered with \`Content-Encoding: ${shown}\`, which nobody asked for`;
  return new ChatError("upstream", `${what}; look at what stands before the model`);
}

export function saidNothing(): ChatError {
  const what = "the model's service ended its stream without an answer";
  return new ChatError("upstream", `${what}; ask again, or look into that service's own log`);
}

export function endedEarly(): ChatError {
  return new ChatError("cut", "the model's stream ended in the middle of the answer; ask again");
}

export function tooLarge(most: number): ChatError {
  const what = `the model's stream holds an event of more than ${most} bytes`;
  return new ChatError("upstream", `${what}; look whether OPENAI_BASE_URL is right`);
}

export function tooMuch(most: number): ChatError {
  const what = `the model's stream has more than ${most} bytes, and no more of it is read`;
  return new ChatError("upstream", `${what}; ask for a shorter answer`);
}

export function unreadable(model: Model, data: string): ChatError {
  const shown = quoteWithoutKey(model.key, data);
  const what = `the model's stream holds \`${shown}\`, which is no JSON of a chat completion`;
  return new ChatError("upstream", `${what}; look whether OPENAI_BASE_URL is right`);
}

export function stopped(why: WhyStopped): ChatError {
  return new ChatError("stopped", `the answer ends here: ${becauseOf[why]}; ask again`);
}

export function failedHere(): ChatError {
  return new ChatError("upstream", "the relay itself failed; its server's log says where");
}

export function forgotten(): ChatError {
  const what = "the answer is not kept any more, or the server has been started again since";
  return new ChatError("forgotten", `${what}; ask anew`);
}

const becauseOf: Record<WhyStopped, string> = {
  asked: "somebody stopped the model",
  unread: "nobody read it for a while, so the model was stopped",
  shutdown: "the server was stopped",
};

function quoted(model: Model, text: string): string {
  const body = parsed(text);
  const isSaid = ["error", "errors", "message", "detail"].some((name) => field(body, name));
  return isSaid ? `: “${quoteWithoutKey(model.key, errorUnder(text))}”` : "";
}

/** The code of an error, as its message may tell of more than people should see. */
function reason(error: unknown): string {
  const code = codeOf(error);
  const status = error instanceof Error ? /^Proxy response \((\d+)\)/.exec(error.message) : null;
  if (status?.[1] !== undefined) return `it answered ${status[1]}`;
  const meaning = meanings[code];
  return meaning === undefined ? code : `${meaning}: ${code}`;
}

/** What the codes mean that a wrong URL leads to. */
const meanings: Readonly<Record<string, string>> = {
  ECONNREFUSED: "nobody listens there",
  ENOTFOUND: "there is no host of that name",
  EAI_AGAIN: "names of hosts cannot be looked up here",
  UND_ERR_SOCKS5_AUTH_FAILED: "it takes another user or password",
};

function codeOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : "no code";
}

function inSeconds(ms: number): string {
  return `${ms / 1000} s`;
}
