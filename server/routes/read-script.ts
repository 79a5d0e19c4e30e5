/** `GET /api/scripts/:name`: a stream script as it stands. */
import Type from "typebox";
import type { Route } from "./api.ts";

const schema = { params: Type.Object({ name: Type.String() }) };

export const readScript: Route = (api, { scripts }) => {
  api.get("/scripts/:name", { schema }, async ({ params }, reply) => {
    const { text } = await scripts.read(params.name);
    reply.header("Cache-Control", "no-cache").type("text/plain; charset=utf-8");
    return text;
  });
};
