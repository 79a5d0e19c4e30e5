/**
 * CORS preflights: a page of another origin may POST only after its browser has asked with OPTIONS.
 * @fastify/cors answers; the tap tells of it, as attempt 0: it never reaches the player.
 */
import type { FastifyInstance } from "fastify";
import Type from "typebox";
import { Check } from "typebox/value";
import { Token } from "./play-options.ts";
import type { Plays } from "./plays.ts";

/** The paths that a page POSTs to for an event stream, or asks with credentials. A plain GET needs none. */
const ASKED = ["/api/sse", "/api/chat", "/api/chats"];

const Named = Type.Object({ trace: Token, lane: Token });

/** Tells `plays` of each preflight that names its trace. */
export function tellPreflights(app: FastifyInstance, plays: Plays): void {
  app.addHook("onRequest", async (request) => {
    const { method, url, query } = request;
    const [path = ""] = url.split("?");
    if (method !== "OPTIONS" || !ASKED.includes(path)) return;
    if (Check(Named, query)) plays.tellPreflight(request, query.trace, query.lane);
  });
}
