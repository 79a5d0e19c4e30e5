/** `POST /api/chat`: asks the model with the message in the body. What only fetch can do. */

import { ChatBody, ChatQuery, readChatOptions, readMessage } from "../chat/chat-request.ts";
import { checkAsker } from "../http/asker.ts";
import type { Route } from "./api.ts";

const schema = { querystring: ChatQuery, body: ChatBody };

export const chatBody: Route = (api, { chat, room }) => {
  api.post("/chat", { schema }, async (request, reply) => {
    checkAsker(request, room.pass);
    const message = readMessage(request.body.message);
    const options = readChatOptions(request, request.query, request.body);
    await chat.answer(request, reply, message, request.body.role, options);
  });
};
