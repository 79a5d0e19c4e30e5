/**
 * `GET /api/target`, `GET /api/target/tap?trace=7`: what passes through the target proxy, and what is told of one of it.
 * `POST /api/target/again?trace=7`: the target is asked for that once more, without `Accept-Encoding`.
 */
import type { FastifyRequest } from "fastify";
import Type from "typebox";
import { checkAsker } from "../http/asker.ts";
import { NO_TARGET } from "../http/asks.ts";
import { Problem } from "../http/problem.ts";
import type { Room } from "../http/room.ts";
import { only } from "../http/validate.ts";
import { TapListener } from "../tap/tap-listener.ts";
import type { Watched } from "../target/watched.ts";
import { WatchedListener } from "../target/watched-listener.ts";
import { asText } from "../wire/wire.ts";
import type { Route } from "./api.ts";

const Trace = Type.String({
  pattern: "^([0-9]{1,15}|[0-9a-f]{32})$",
  description: "a trace of the list, or one that is about to ask",
});
const one = { querystring: only({ trace: Trace }) };

export const targetList: Route = (api, { watched, room, listeners }) => {
  api.get("/target", { exposeHeadRoute: false }, async (request, reply) => {
    checkPresenter(room, request);
    // No mistake of the page's, which asks again and again: the server may have been started anew.
    if (watched === null) return reply.code(204).send();
    listeners.checkRoom();
    listeners.add(new WatchedListener(reply, watched));
  });
};

export const targetTap: Route = (api, { watched, room, listeners }) => {
  api.get("/target/tap", { schema: one, exposeHeadRoute: false }, async (request, reply) => {
    const list = forPresenter(watched, room, request);
    const { tap } = list;
    const { headers, query } = request;
    if (query.trace.length < 32 && !list.has(query.trace)) {
      const what = `nothing passes, or passed, under the number ${query.trace}`;
      throw new Problem(404, "not-listed", `${what}, or it is listed no more; GET /api/target`);
    }
    listeners.checkRoom();
    const heard = tap.heardUpTo(asText(String(headers["last-event-id"] ?? "")));
    listeners.add(new TapListener(reply, tap.boot, tap.recordsOf(query.trace), heard));
  });
};

export const targetAgain: Route = (api, { watched, room }) => {
  api.post("/target/again", { schema: one }, async (request, reply) => {
    const list = forPresenter(watched, room, request);
    checkAsker(request, room.pass);
    const repeat = list.repeatOf(request.query.trace);
    if (repeat === undefined) {
      const what = "only a GET without a body that is listed still is asked for once more";
      throw new Problem(404, "not-again", `${what}; GET /api/target lists them`);
    }
    if (!repeat()) {
      throw new Problem(409, "again-going", "it is being asked for once more; wait for its end");
    }
    return reply.code(202).send();
  });
};

/** @throws Problem 404 where there is no target proxy, 403 for whoever may not see what passes */
function forPresenter(watched: Watched | null, room: Room, request: FastifyRequest): Watched {
  checkPresenter(room, request);
  if (watched === null) throw NO_TARGET;
  return watched;
}

function checkPresenter(room: Room, request: FastifyRequest): void {
  room.checkPresenter(request, "what passes through the target proxy");
}
