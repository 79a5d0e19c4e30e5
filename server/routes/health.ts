/** `GET /api/health` answers 200 when the server is ready. */
import Type from "typebox";
import type { Route } from "./api.ts";

const schema = { response: { 200: Type.Object({ status: Type.Literal("ok") }) } };

export const health: Route = (api) => {
  api.get("/health", { schema }, async () => ({ status: "ok" as const }));
};
