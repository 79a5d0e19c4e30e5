/** Reads what a request to the chat may say, in its query or body: the options of every play, and some of its own. */
import type { FastifyRequest } from "fastify";
import Type, { type Static } from "typebox";
import { Problem } from "../http/problem.ts";
import { only } from "../http/validate.ts";
import { MAX_CHAT_QUERY, MAX_MESSAGE } from "../limits.ts";
import { bodyOptions, queryOptions, readPlayOptions } from "../play/play-options.ts";
import type { ChatOptions } from "./chat.ts";

const Message = Type.String({ description: "what to ask the model" });

const role = Type.Optional(Type.String());

const relay = Type.Optional(
  Type.Enum(["no-ids", "split-chunks"], {
    description: "no-ids or split-chunks for a wrong relay, or leave it out",
  }),
);

/** `checkAsker` looks at it. */
const pass = Type.Optional(Type.String());

export const ChatQuery = only({ ...queryOptions, relay, pass });

export const PromptQuery = only({ ...queryOptions, relay, pass, prompt: Message, role });

export const ChatBody = only({ ...bodyOptions, relay, message: Message, role });

/** The client, whom the tap tells of where its message is refused. */
export const LeftQuery = only({ trace: queryOptions.trace, lane: queryOptions.lane });

export const LeftBody = only({ message: Message, role });

/** Does what `readPlayOptions` does, and reads the options that only chats have. */
export function readChatOptions(
  request: FastifyRequest,
  query: Static<typeof ChatQuery>,
  body?: Static<typeof ChatBody>,
): ChatOptions {
  const relay = body?.relay ?? query.relay ?? "right";
  return { ...readPlayOptions(request, query, body), relay };
}

/**
 * Returns the message as it is, where the model can be asked it.
 * @throws Problem 400 where nothing is asked, 413 where it is too long
 */
export function readMessage(message: string): string {
  if (message.trim() === "") {
    throw new Problem(400, "message-empty", "there is nothing to ask the model; write a message");
  }
  if (message.length > MAX_MESSAGE) {
    const what = `the message has ${message.length} characters`;
    throw new Problem(413, "message-too-long", `${what}; write one of at most ${MAX_MESSAGE}`);
  }
  return message;
}

/** @throws Problem 414 where the query, as it is sent, is longer than proxies take */
export function checkQueryLength({ url }: FastifyRequest): void {
  const { length } = url.slice(url.indexOf("?") + 1);
  if (length <= MAX_CHAT_QUERY) return;
  const what = `the query has ${length} characters, and at most ${MAX_CHAT_QUERY} are taken`;
  throw new Problem(414, "query-too-long", `${what}; send a long message by POST /api/chats first`);
}
