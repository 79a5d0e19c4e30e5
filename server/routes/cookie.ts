/** `POST /api/cookie`: sets a cookie that proves nothing, so that people see which requests it goes along with. */
import { HARMLESS_COOKIE } from "../http/credentials.ts";
import type { Route } from "./api.ts";

export const cookie: Route = (api) => {
  api.post("/cookie", async (_, reply) => {
    const limits = "Path=/api; Max-Age=600; HttpOnly; SameSite=Strict";
    reply.code(204).header("Set-Cookie", `${HARMLESS_COOKIE}; ${limits}`);
  });
};
