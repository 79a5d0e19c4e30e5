/** `POST /api/sse`: plays the script in the body, or the one that it names. What only fetch can do. */

import { Problem } from "../http/problem.ts";
import { PlayBody, PlayQuery, readPlayOptions } from "../play/play-options.ts";
import type { Route } from "./api.ts";

// Resource Timing knows a response by its URL alone: the page names trace and lane there.
const schema = { querystring: PlayQuery, body: PlayBody };

export const playBody: Route = (api, { scripts, plays }) => {
  api.post("/sse", { schema }, async (request, reply) => {
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
