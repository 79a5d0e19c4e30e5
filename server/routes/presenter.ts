/** `GET` and `POST /api/presenter`: whether this browser is the presenter's, and how it becomes that. */
import Type from "typebox";
import { roomHosts } from "../http/room-hosts.ts";
import { only } from "../http/validate.ts";
import type { Route } from "./api.ts";

const about = {
  response: {
    200: Type.Object({
      isPresenter: Type.Boolean(),
      hosts: Type.Array(Type.String(), { description: "by which a room reaches this machine" }),
    }),
  },
};

const introduction = {
  body: only({ token: Type.String({ description: "the token of the presenter's link" }) }),
};

export const presenter: Route = (api, { room }) => {
  api.get("/presenter", { schema: about }, async (request, reply) => {
    reply.header("Cache-Control", "no-store");
    return { isPresenter: room.isPresenter(request), hosts: roomHosts(process.env) };
  });

  api.post("/presenter", { schema: introduction }, async ({ body }, reply) => {
    const cookie = room.introduce(body.token);
    if (cookie !== null) reply.header("Set-Cookie", cookie);
    reply.code(204);
  });
};
