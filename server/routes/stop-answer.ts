/** `DELETE /api/chat/answers/:answer`: stops the model in the middle of an answer. */
import Type from "typebox";
import type { Route } from "./api.ts";

const schema = { params: Type.Object({ answer: Type.String() }) };

export const stopAnswer: Route = (api, { chat }) => {
  api.delete("/chat/answers/:answer", { schema }, async ({ params }, reply) => {
    chat.stop(params.answer);
    reply.code(204);
  });
};
