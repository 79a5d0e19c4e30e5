/** `/target/fetch.0123…/events`, by any method: what the page asks its target where the Node server serves the page itself. */
import type { FastifyInstance } from "fastify";
import { ASK_PREFIX } from "../../trace/run/passing.ts";
import { checkAsk, NO_TARGET } from "../http/asks.ts";
import type { TargetProxy } from "../target/target-proxy.ts";

export function askTarget(app: FastifyInstance, target: TargetProxy | null): void {
  app.all(`${ASK_PREFIX}/*`, {
    // Before anybody reads its body, which is the target's.
    onRequest: async ({ raw }, reply) => {
      const { ask, path } = checkAsk(raw);
      if (target === null) throw NO_TARGET;
      reply.hijack();
      target.ask(raw, reply.raw, ask, path);
    },
    handler: async () => {},
  });
}
