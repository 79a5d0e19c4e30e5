/** `POST /api/chats`: leaves a message with the server, for an EventSource to have it answered. */
import Type from "typebox";
import { LeftBody, LeftQuery, readMessage } from "../chat/chat-request.ts";
import { checkAsker } from "../http/asker.ts";
import type { Route } from "./api.ts";

const schema = {
  querystring: LeftQuery,
  body: LeftBody,
  response: { 201: Type.Object({ id: Type.String(), url: Type.String() }) },
};

export const leaveMessage: Route = (api, { chat, room }) => {
  api.post("/chats", { schema }, async (request, reply) => {
    checkAsker(request, room.pass);
    const message = readMessage(request.body.message);
    const { name: role } = await chat.roles.find(request.body.role);
    const id = chat.left.leave({ message, role });
    const url = `/api/chats/${id}`;
    reply.code(201).header("Location", url);
    return { id, url };
  });
};
