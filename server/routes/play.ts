/** `/api/sse`: plays a script, by its name as an EventSource can ask for it, or out of the body of a POST. */
import Type from "typebox";
import { Problem } from "../http/problem.ts";
import { PlayBody, PlayQuery, readPlayOptions } from "../play/play-options.ts";
import type { Route } from "./api.ts";

const byName = { params: Type.Object({ name: Type.String() }), querystring: PlayQuery };

// Resource Timing knows a response by its URL alone: the page names trace and lane there.
const byBody = { querystring: PlayQuery, body: PlayBody };

export const playRoutes: Route = (api, { scripts, plays }) => {
  api.get("/sse/:name", { schema: byName }, async (request, reply) => {
    const options = readPlayOptions(request, request.query);
    const script = await scripts.read(request.params.name);
    await plays.play(request, reply, script, options);
  });

  api.post("/sse", { schema: byBody }, async (request, reply) => {
    const options = readPlayOptions(request, request.query, request.body);
    const { script: text, name } = request.body;
    if ((text === undefined) === (name === undefined)) {
      const got = text === undefined ? "neither" : "both";
      const detail = `the body has ${got} of "script" and "name"; write one of them`;
      throw new Problem(400, "script-or-name", detail);
    }
    const script = name === undefined ? { name: "", text: text ?? "" } : await scripts.read(name);
    await plays.play(request, reply, script, options);
  });
};
