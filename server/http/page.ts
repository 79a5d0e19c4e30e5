/** The page itself, as `npm run build` made it: `npm run serve` needs no dev server. */
import { existsSync } from "node:fs";
import staticFiles from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { contentSecurityPolicy } from "./content-security-policy.ts";
import { FRAME_ANCESTORS } from "./protection.ts";

/**
 * Serves the files of a folder at `/`. Where it is not there, nothing is served.
 * @returns what to do where somebody asks for what is not there
 */
export function servePage(app: FastifyInstance, folder: string): string {
  if (!existsSync(`${folder}/index.html`)) return "build the page with `npm run build`";
  app.register(staticFiles, {
    root: folder,
    setHeaders(reply) {
      reply.header("Content-Security-Policy", `${contentSecurityPolicy}; ${FRAME_ANCESTORS}`);
    },
  });
  return "the page is at /";
}
