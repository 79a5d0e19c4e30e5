/**
 * CORS preflights: a page of another origin may POST only after its browser has asked with OPTIONS.
 * @fastify/cors answers; the tap tells of it, as attempt 0: it never reaches the player.
 */
import type { FastifyInstance } from "fastify";
import { Check } from "typebox/value";
import { PlayQuery } from "./play-options.ts";
import type { Plays } from "./plays.ts";

/** The path of the play that needs one: a GET for an event stream is a simple request. */
const POSTED = "/api/sse";

/** Tells `plays` of each preflight that names its trace. */
export function tellPreflights(app: FastifyInstance, plays: Plays): void {
  app.addHook("onRequest", async (request) => {
    const { method, url, query } = request;
    if (method !== "OPTIONS" || url.split("?")[0] !== POSTED) return;
    if (Check(PlayQuery, query) && query.trace !== undefined && query.lane !== undefined) {
      plays.tellPreflight(request, query.trace, query.lane);
    }
  });
}
