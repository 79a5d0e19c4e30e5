/** Holds the words that the chat shows. */
import type { Answer, Usage } from "../../trace/chat/answer.ts";
import { counted, grouped, inWords } from "../../trace/en/figures.ts";

export const chatTexts = {
  firstPrompt: "Why does text from a chat model appear word by word?",
  /** The run keeps this in place of a script, and says by it how it was asked. */
  remark: "A chat model's answer through the relay, POST /api/chat",
  keys: {
    where: "Chat model",
    keys: [
      { key: "Enter", name: "In the prompt: ask" },
      { key: "Shift-Enter", name: "In the prompt: a new line" },
      { key: "ArrowLeft", name: "In an answer: the token before" },
      { key: "ArrowRight", name: "The next token" },
      { key: "Home", name: "The first token" },
      { key: "End", name: "The last token" },
      { key: "Enter", name: "Its row in the log" },
    ],
  },
  prompt: "Prompt",
  role: "Role",
  model: "Model",
  demo: "demo",
  demoWhy:
    "No key is set: a small demo model inside this server answers. docs/chat.md says how to ask a real one.",
  guest: "The model here is the presenter’s; the demo model answers you.",
  noRelay: "The Node server does not answer, so no model can be asked.",
  again: "Try again",
  ask: "Ask",
  askWhy: "Asks the model in both lanes",
  slow: {
    label: "slow",
    off: "off",
    on: "on",
    why: "Adds “(slow)” to the prompt: the demo model then says four tokens a second, and there is time to cut, stop or reload",
  },
  tooLong: (length: number, most: number) =>
    `In the URL it takes ${grouped(length)} characters, and ${grouped(most)} are taken: the EventSource lane will be turned away with \`414\`. In two steps it can ask.`,
  client: "Client",
  clientWhy: "Of the EventSource lane; the fetch lane posts in any case",
  clients: {
    native: {
      name: "EventSource",
      why: "An EventSource can only GET. Whoever logs URLs keeps the prompt: this server, and every proxy on the way.",
    },
    "two-steps": {
      name: "EventSource in two steps",
      why: "The prompt is left with the server first (POST). The EventSource then asks for the answer by its name.",
    },
    package: {
      name: "npm package eventsource",
      why: "It is built on fetch, so it can send an `Authorization` header. The browser's own EventSource cannot. (Here a demo value.)",
    },
  },
  way: "Way",
  rightWay: "Right way",
  wrongWays: "Wrong ways",
  ways: {
    right: {
      name: "by the standard",
      why: "The relay gives each event an id and keeps the answer for a while. Whoever comes back goes on where it stopped, and the model is asked once: so fetch may come back here, too, though it POSTs.",
    },
    chunk: {
      name: "each chunk is a message",
      why: "A chunk is what one read returns. It may hold half an event, or five. See the fetch lane.",
    },
    "blank-line": {
      name: "split on blank lines",
      why: "It works until a chunk ends inside an event. See the fetch lane.",
    },
    relay: {
      name: "relay splits per chunk",
      why: "It makes the same mistake on the server. Ask: the EventSource lane goes through it, the fetch lane through the right one.",
    },
    "no-close": {
      name: "no close() at [DONE]",
      why: "EventSource takes the end for a lost connection and asks again; on a relay without ids the model begins anew. Ask: the page lets it come three times.",
    },
  },
  kept: {
    offer: (characters: number) =>
      `An answer was on its way when this page was left; ${counted(characters, "character")} had come.`,
    resume: "Go on with it",
    why: "The relay kept it: `lastEventId` says where to go on, and the model is not asked again.",
  },
  answer: {
    label: "Answer",
    waiting: "Nothing of the answer yet.",
    noText: ({ failure, toolCalls, usage }: Answer) => {
      if (failure !== null) {
        const isRefused = failure.kind === "unauthorized" || failure.kind === "rate-limited";
        return isRefused ? "No answer: the model refused." : "No answer.";
      }
      if (toolCalls.length > 0) return "No text: the model asks for tools instead.";
      const reason = usage?.finishReason ?? "";
      return `The model ended without any text${reason === "" ? "" : `; its finish reason is “${reason}”`}.`;
    },
    tool: "The model asks for a tool:",
    noTools: "This relay offers no tools and runs none.",
    before: "What had come before the page was left",
    firstToken: "first token",
    pace: "pace",
    perSecond: (tokens: number) => `${tokens.toFixed(tokens < 10 ? 1 : 0)} tokens/s`,
    tokens: "tokens",
    usage: ({ promptTokens, completionTokens, finishReason }: Usage) =>
      promptTokens === null && completionTokens === null
        ? `The model’s finish reason is “${finishReason}”.`
        : `The model counts ${promptTokens ?? "?"} tokens of prompt and ${completionTokens ?? "?"} of answer; its finish reason is “${finishReason}”.`,
    token: ({ id, chunk }: { id: string; chunk: number | null }) =>
      [id === "" ? "no id" : `id ${id}`, ...(chunk === null ? [] : [`chunk ${chunk}`])].join(", "),
    failed: (kind: string, status: number | null) =>
      `Failed: ${kind}${status === null ? "" : ` (${status})`}.`,
    refused: (status: number) => `Refused (${status}).`,
    done: {
      eventsource:
        "`[DONE]`: the chat service's own word for the end. To the browser it is an event like any other, so the page has to `close()` here; else EventSource would ask again.",
      fetch:
        "`[DONE]`: the chat service's own word for the end. To a parser it is an event like any other; this body ends right behind it.",
    },
  },
  headers: {
    title: (authorization: string | null) =>
      `Request headers at the server: ${authorization === null ? "no Authorization" : `Authorization ${authorization}`}`,
    why: {
      native:
        "The browser's own EventSource has no way to set a header: cookies and the URL are all that can say who asks.",
      package: "The package sent it. The server tells that it came, never what it says.",
    },
    before: (authorization: string | null) =>
      `The run before: ${authorization === null ? "no Authorization" : `Authorization ${authorization}`}.`,
  },
  wrong: {
    label: "Wrong way",
    heading: {
      chunk: "Each chunk taken for one message",
      "blank-line": "Split on blank lines inside a chunk",
      relay: "A relay that splits per chunk",
      "no-close": "No close() at [DONE], on a relay without ids",
    },
    cut: "Chunks",
    cuts: { came: "as they came", small: "60 B each", whole: "all in one" },
    lucky:
      "Nothing was lost, by luck: each chunk held whole events. Other networks cut the same bytes otherwise.",
    told: (lost: number, of: number, wrong: number) =>
      `*Lost ${inWords(lost)} of ${counted(of, "token")}; shows ${counted(wrong, "piece")} that nobody said.*`,
    asked: (times: number) =>
      `*The model was asked ${counted(times, "time")}*; the right relay answers \`204\` to whoever returns after \`[DONE]\`.`,
    compared: "The fetch lane's answer is the right one.",
    waiting: "Compared once the right answer is there.",
  },
};
