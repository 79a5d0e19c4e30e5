/** `POST /api/scripts`: leaves a script with the server, for an EventSource to play by name. */
import Type from "typebox";
import { readableScript } from "../play/readable-script.ts";
import type { Route } from "./api.ts";

const schema = {
  body: Type.Object({ script: Type.String() }, { additionalProperties: false }),
  response: { 201: Type.Object({ name: Type.String(), url: Type.String() }) },
};

export const saveScript: Route = (api, { scripts }) => {
  api.post("/scripts", { schema }, async ({ body }, reply) => {
    readableScript(body.script);
    const name = await scripts.save(body.script);
    const url = `/api/sse/${name}`;
    reply.code(201).header("Location", url);
    return { name, url };
  });
};
