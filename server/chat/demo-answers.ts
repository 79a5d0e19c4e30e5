/** The texts of the demo model, which are about event streams. The same question has the same answer. */
import { createHash } from "node:crypto";
import type { ChatMessage } from "./ask-model.ts";

const MOST_REPEATED = 60; // UTF-16 units of the question

const english = [
  `An event stream is one HTTP response that does not end. The server writes a few lines, then a blank line: that blank line is what makes an event of them. Nothing is dispatched before it has come, however many chunks it took. 📮

So a chunk is not an event. One read may bring half an event, or seven of them.`,
  `A typewriter effect needs no magic. ⌨️ The model makes a token, a relay wraps it in an event, and the page adds its text to what is there. If everything comes in one burst at the end, somebody on the way is collecting: a compressor, or a proxy that buffers.

Look at the response head first. It tells who has touched the stream.`,
  `Each event here has an id. When the connection is lost, an EventSource comes back by itself and sends the last id that it got as Last-Event-ID. A relay that keeps its answers can go on right there. 🔁

Without ids the relay cannot know, and asks the model once more. That costs time, and with many services money.`,
  `“Streaming” says only that the bytes leave early. What they mean is in the lines: data, event, id, retry, and comments, which begin with a colon and keep the connection from looking idle. Letters such as é, ü and 中 take more than one byte, and a chunk may end inside of one. ✂️

Whoever decodes each chunk by itself tears them.`,
];

const chinese = [
  `事件流就是一个不结束的 HTTP 响应。服务器写几行，再写一个空行：正是这个空行让它们成为一个事件。📮

所以，一块数据不等于一个事件：一次读取可能只有半个事件，也可能有七个。`,
  `每个事件都有自己的 id。连接断了，EventSource 会自己回来，并在 Last-Event-ID 里带上它收到的最后一个 id。🔁

保存了回答的中继就能从那里继续，不必再问模型一次。`,
];

const poems = [
  `One line, and then another line,
a blank one sets them free.

A comment came to say: still here —
the rest will come to me. 🌊`,
  `The stream was cut at token nine,
the page came back for ten.

The model slept. The relay knew,
and told the rest again. 🌙`,
];

export function demoAnswer(messages: readonly ChatMessage[]): string {
  const told = messages.find(({ role }) => role === "system")?.content ?? "";
  const asked = messages.findLast(({ role }) => role === "user")?.content.trim() ?? "";
  const repeated = asked.length > MOST_REPEATED ? `${asked.slice(0, MOST_REPEATED)}…` : asked;
  if (told.includes("Chinese")) return `你问的是“${repeated}”。${oneOf(chinese, asked)}`;
  if (told.includes("poem")) return oneOf(poems, asked);
  const ending = told.includes("question that checks") ? "\n\nNow you: what ends an event?" : "";
  return `You asked: “${repeated}” ${oneOf(english, asked)}${ending}`;
}

/** Cuts a text as models do: into words with the space before each, or single characters of Chinese. */
export function tokensOf(text: string): string[] {
  return text.match(/\s*(?:\p{Script=Han}|[^\s\p{Script=Han}]+)|\s+$/gu) ?? [];
}

function oneOf(texts: readonly string[], asked: string): string {
  const [first = 0] = createHash("sha256").update(asked).digest();
  return texts[first % texts.length] ?? "";
}
