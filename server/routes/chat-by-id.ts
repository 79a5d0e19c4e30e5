/** `GET /api/chats/:id`: asks the model with a message that was left before. */
import Type from "typebox";
import { ChatQuery, readChatOptions } from "../chat/chat-request.ts";
import { checkAsker } from "../http/asker.ts";
import type { Route } from "./api.ts";

const schema = { params: Type.Object({ id: Type.String() }), querystring: ChatQuery };

export const chatById: Route = (api, { chat, room }) => {
  api.get("/chats/:id", { schema, exposeHeadRoute: false }, async (request, reply) => {
    checkAsker(request, room.pass);
    const { message, role } = chat.left.find(request.params.id);
    await chat.answer(request, reply, message, role, readChatOptions(request, request.query));
  });
};
