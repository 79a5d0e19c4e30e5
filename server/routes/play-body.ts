/** `POST /api/sse`: plays the script in the body, or the one that it names. What only fetch can do. */
import Type from "typebox";
import { playBody, playQuery, readPlayOptions } from "../play-options.ts";
import { Problem } from "../problem.ts";
import type { Route } from "./api.ts";

const script = Type.Optional(Type.String());
const name = Type.Optional(Type.String());

const schema = {
  querystring: Type.Object(playQuery, { additionalProperties: false }),
  body: Type.Object({ ...playBody, script, name }, { additionalProperties: false }),
};

export const playBodyRoute: Route = (api, { scripts, plays }) => {
  api.post("/sse", { schema }, async (request, reply) => {
    const { script: text, name: named, ...given } = request.body;
    const options = readPlayOptions(request, request.query, given);
    if ((text === undefined) === (named === undefined)) {
      const got = text === undefined ? "neither" : "both";
      const detail = `the body has ${got} of "script" and "name"; write one of them`;
      throw new Problem(400, "script-or-name", detail);
    }
    const played = named === undefined ? { name: "", text: text ?? "" } : await scripts.read(named);
    await plays.play(request, reply, played, options);
  });
};
