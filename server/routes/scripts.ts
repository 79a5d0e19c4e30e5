/** `/api/scripts`: the stream scripts that are shipped, and those that are left with the server. */
import Type from "typebox";
import { only } from "../http/validate.ts";
import { readableScript } from "../play/readable-script.ts";
import type { Route } from "./api.ts";

const Entry = Type.Object({
  name: Type.String(),
  group: Type.String(),
  title: Type.String(),
  eventTypes: Type.Array(Type.String()),
});

const all = { response: { 200: Type.Array(Entry) } };

const one = { params: Type.Object({ name: Type.String() }) };

const left = {
  body: only({ script: Type.String() }),
  response: { 201: Type.Object({ name: Type.String(), url: Type.String() }) },
};

export const scriptRoutes: Route = (api, { scripts }) => {
  api.get("/scripts", { schema: all }, async (_request, reply) => {
    reply.header("Cache-Control", "no-cache");
    return scripts.list();
  });

  api.get("/scripts/:name", { schema: one }, async ({ params }, reply) => {
    const { text } = await scripts.read(params.name);
    reply.header("Cache-Control", "no-cache").type("text/plain; charset=utf-8");
    return text;
  });

  // For an EventSource, which can ask for a script by its name alone.
  api.post("/scripts", { schema: left }, async ({ body }, reply) => {
    readableScript(body.script);
    const name = await scripts.save(body.script);
    const url = `/api/sse/${name}`;
    reply.code(201).header("Location", url);
    return { name, url };
  });
};
