/**
 * Requests that reach no player, of which the tap tells all the same: an EventSource is told neither the
 * status nor the reason of a refusal, and no page hears of a preflight.
 */
import type { FastifyInstance } from "fastify";
import Type from "typebox";
import { Check } from "typebox/schema";
import { Token } from "./play-options.ts";
import type { Plays } from "./plays.ts";

/** The paths that a page POSTs to for an event stream, or asks with credentials. A plain GET needs no preflight. */
const ASKED = ["/api/sse", "/api/chat", "/api/chats"];

const Named = Type.Object({ trace: Token, lane: Token });

/**
 * Tells `plays` of each CORS preflight that names its trace: a page of another origin may POST only after
 * its browser has asked with OPTIONS. @fastify/cors answers it.
 */
export function tellPreflights(app: FastifyInstance, plays: Plays): void {
  app.addHook("onRequest", async (request) => {
    const { method, url, query } = request;
    const [path = ""] = url.split("?");
    if (method !== "OPTIONS" || !ASKED.includes(path)) return;
    if (Check(Named, query)) plays.tellPreflight(request, query.trace, query.lane);
  });
}

/** Tells `plays` of each question to the chat model that names its trace and is refused with a problem. */
export function tellRefusals(app: FastifyInstance, plays: Plays): void {
  app.addHook("onSend", async (request, reply, payload) => {
    const { url, query } = request;
    if (reply.statusCode < 400 || !/^\/api\/chats?[/?]/.test(url)) return;
    if (!Check(Named, query) || typeof payload !== "string") return;
    plays.tellRefusal(request, reply, payload, query.trace, query.lane);
  });
}
