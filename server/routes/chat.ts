/**
 * `/api/chat`: asks the model, in one of three requests. An EventSource can have the prompt in its URL, where it
 * stands in the request line, hence in the log of this server and of every proxy, and in the history; or it names a
 * message that was left before. A fetch has the message in its body.
 */
import Type from "typebox";
import {
  ChatBody,
  ChatQuery,
  checkQueryLength,
  LeftBody,
  LeftQuery,
  PromptQuery,
  readChatOptions,
  readMessage,
} from "../chat/chat-request.ts";
import { checkAsker } from "../http/asker.ts";
import type { Route } from "./api.ts";

const text = Type.String();

const byPrompt = { querystring: PromptQuery };

const byBody = { querystring: ChatQuery, body: ChatBody };

const left = {
  querystring: LeftQuery,
  body: LeftBody,
  response: { 201: Type.Object({ id: text, url: text }) },
};

const byId = { params: Type.Object({ id: text }), querystring: ChatQuery };

const stopped = { params: Type.Object({ answer: text }) };

export const chatRoutes: Route = (api, { chat, room }) => {
  api.get("/chat", { schema: byPrompt, exposeHeadRoute: false }, async (request, reply) => {
    checkAsker(request, room.pass);
    checkQueryLength(request);
    const { prompt, role, ...options } = request.query;
    const message = readMessage(prompt);
    await chat.answer(request, reply, message, role, readChatOptions(request, options));
  });

  api.post("/chat", { schema: byBody }, async (request, reply) => {
    checkAsker(request, room.pass);
    const message = readMessage(request.body.message);
    const options = readChatOptions(request, request.query, request.body);
    await chat.answer(request, reply, message, request.body.role, options);
  });

  api.post("/chats", { schema: left }, async (request, reply) => {
    checkAsker(request, room.pass);
    const message = readMessage(request.body.message);
    const { name: role } = await chat.roles.find(request.body.role);
    const id = chat.left.leave({ message, role });
    const url = `/api/chats/${id}`;
    reply.code(201).header("Location", url);
    return { id, url };
  });

  api.get("/chats/:id", { schema: byId, exposeHeadRoute: false }, async (request, reply) => {
    checkAsker(request, room.pass);
    const { message, role } = chat.left.find(request.params.id);
    await chat.answer(request, reply, message, role, readChatOptions(request, request.query));
  });

  // Closing alone does not stop the model: whoever comes back within a while finds the answer.
  api.delete("/chat/answers/:answer", { schema: stopped }, async ({ params }, reply) => {
    chat.stop(params.answer);
    reply.code(204);
  });
};
