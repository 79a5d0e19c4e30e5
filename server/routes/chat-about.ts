/**
 * `GET /api/chat/about`: which model answers whoever asks, and how it may be asked. Where that one's
 * browser hides which page asks, `pass` has to stand in the query of each question: no other page can
 * read it here.
 */
import Type from "typebox";
import { needsPass } from "../http/asker.ts";
import { MAX_CHAT_QUERY, MAX_MESSAGE } from "../limits.ts";
import type { Route } from "./api.ts";

const schema = {
  response: {
    200: Type.Object({
      model: Type.String(),
      isDemo: Type.Boolean(),
      who: Type.Enum(["anyone", "presenter", "guest"]),
      pass: Type.Union([Type.String(), Type.Null()]),
      roles: Type.Array(Type.Object({ name: Type.String(), title: Type.String() })),
      limits: Type.Object({ message: Type.Number(), query: Type.Number() }),
    }),
  },
};

export const chatAbout: Route = (api, { chat, room }) => {
  api.get("/chat/about", { schema }, async (request, reply) => {
    reply.header("Cache-Control", "no-cache");
    const { name, isDemo } = chat.modelFor(request);
    return {
      model: name,
      isDemo,
      who: chat.whoIs(request),
      pass: needsPass(request.headers) ? room.pass : null,
      roles: await chat.roles.list(),
      limits: { message: MAX_MESSAGE, query: MAX_CHAT_QUERY },
    };
  });
};
