/**
 * `GET /api/chat?prompt=…`: asks the model. All that an EventSource can do by itself: the prompt stands
 * in the request line, hence in the log of this server and of every proxy, and in the history.
 */

import {
  checkQueryLength,
  PromptQuery,
  readChatOptions,
  readMessage,
} from "../chat/chat-request.ts";
import { checkAsker } from "../http/asker.ts";
import type { Route } from "./api.ts";

const schema = { querystring: PromptQuery };

export const chatByPrompt: Route = (api, { chat, room }) => {
  api.get("/chat", { schema, exposeHeadRoute: false }, async (request, reply) => {
    checkAsker(request, room.pass);
    checkQueryLength(request);
    const { prompt, role, ...options } = request.query;
    const message = readMessage(prompt);
    await chat.answer(request, reply, message, role, readChatOptions(request, options));
  });
};
