/** `GET /api/clock` tells the server's time, for one time axis of both sides. */
import Type from "typebox";
import { now } from "../http/clock.ts";
import type { Route } from "./api.ts";

const schema = { response: { 200: Type.Object({ now: Type.Number() }) } };

export const clock: Route = (api) => {
  api.get("/clock", { schema }, async (_request, reply) => {
    reply.header("Cache-Control", "no-store");
    return { now: now() };
  });
};
