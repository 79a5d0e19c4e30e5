/** `GET /api/sse/:name`: plays a script. All that an EventSource can ask for. */
import Type from "typebox";
import { PlayQuery, readPlayOptions } from "../play/play-options.ts";
import type { Route } from "./api.ts";

const schema = { params: Type.Object({ name: Type.String() }), querystring: PlayQuery };

export const playByName: Route = (api, { scripts, plays }) => {
  api.get("/sse/:name", { schema }, async (request, reply) => {
    const options = readPlayOptions(request, request.query);
    const script = await scripts.read(request.params.name);
    await plays.play(request, reply, script, options);
  });
};
