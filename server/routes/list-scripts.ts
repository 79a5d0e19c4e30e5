/** `GET /api/scripts`: the shipped stream scripts. */
import Type from "typebox";
import type { Route } from "./api.ts";

const Entry = Type.Object({
  name: Type.String(),
  group: Type.String(),
  title: Type.String(),
  eventTypes: Type.Array(Type.String()),
});

const schema = { response: { 200: Type.Array(Entry) } };

export const listScripts: Route = (api, { scripts }) => {
  api.get("/scripts", { schema }, async (_request, reply) => {
    reply.header("Cache-Control", "no-cache");
    return scripts.list();
  });
};
