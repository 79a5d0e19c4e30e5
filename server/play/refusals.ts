/**
 * Questions to the chat model that are refused with a problem: an EventSource is told neither status nor
 * reason, so the tap tells both. Each counts as an attempt of its client.
 */
import type { FastifyInstance } from "fastify";
import Type from "typebox";
import { Check } from "typebox/value";
import { Token } from "./play-options.ts";
import type { Plays } from "./plays.ts";

const Named = Type.Object({ trace: Token, lane: Token });

/** Tells `plays` of each refusal that names its trace. */
export function tellRefusals(app: FastifyInstance, plays: Plays): void {
  app.addHook("onSend", async (request, reply, payload) => {
    const { url, query } = request;
    if (reply.statusCode < 400 || !/^\/api\/chats?[/?]/.test(url)) return;
    if (!Check(Named, query) || typeof payload !== "string") return;
    plays.tellRefusal(request, reply, payload, query.trace, query.lane);
  });
}
