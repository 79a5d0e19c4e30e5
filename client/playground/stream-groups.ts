/** The streams that people choose from, in the order in which they are taught: the scripts, and the chat. */
import type { ScriptEntry } from "../connections/scripts.ts";
import { CHAT } from "./set-up.ts";

export type Stream = { name: string; title: string };
type StreamGroup = { name: string; streams: readonly Stream[] };

/** The chat stands behind the scripts that show a part of it. */
const CHAT_GROUP = "Chat";

/** `chatTitle`: what the chat shows, in a line. */
export function streamGroups(scripts: readonly ScriptEntry[], chatTitle = ""): StreamGroup[] {
  const chat = { name: CHAT, title: chatTitle };
  const groups = [...Map.groupBy(scripts, ({ group }) => group)].map(([name, streams]) => ({
    name,
    streams: name === CHAT_GROUP ? [...streams, chat] : streams,
  }));
  const hasChat = groups.some(({ name }) => name === CHAT_GROUP);
  return hasChat ? groups : [...groups, { name: CHAT_GROUP, streams: [chat] }];
}

/** The list goes round and round. */
export function streamBeside(scripts: readonly ScriptEntry[], name: string, by: 1 | -1): string {
  const names = streamGroups(scripts).flatMap(({ streams }) => streams.map((one) => one.name));
  return names[(names.indexOf(name) + by + names.length) % names.length] ?? name;
}
