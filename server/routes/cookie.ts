/** `POST /api/cookie`: sets a cookie that proves nothing, so that people see which requests it goes along with. */
import { checkAsker } from "../http/asker.ts";
import { HARMLESS_COOKIE } from "../http/credentials.ts";
import type { Route } from "./api.ts";

export const cookie: Route = (api, { room }) => {
  api.post("/cookie", async (request, reply) => {
    checkAsker(request, room.pass); // it has no body, so a browser would not ask us first
    const limits = "Path=/api; Max-Age=600; HttpOnly; SameSite=Strict";
    reply.code(204).header("Set-Cookie", `${HARMLESS_COOKIE}; ${limits}`);
  });
};
