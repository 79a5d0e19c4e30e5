/** `GET /api/chat/about`: which model answers, and how it may be asked. */
import Type from "typebox";
import { MAX_CHAT_QUERY, MAX_MESSAGE } from "../limits.ts";
import type { Route } from "./api.ts";

const schema = {
  response: {
    200: Type.Object({
      model: Type.String(),
      isDemo: Type.Boolean(),
      roles: Type.Array(Type.Object({ name: Type.String(), title: Type.String() })),
      limits: Type.Object({ message: Type.Number(), query: Type.Number() }),
    }),
  },
};

export const chatAbout: Route = (api, { chat }) => {
  api.get("/chat/about", { schema }, async (_request, reply) => {
    reply.header("Cache-Control", "no-cache");
    return {
      model: chat.model.name,
      isDemo: chat.model.isDemo,
      roles: await chat.roles.list(),
      limits: { message: MAX_MESSAGE, query: MAX_CHAT_QUERY },
    };
  });
};
