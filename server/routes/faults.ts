/** `POST /api/faults`: something goes wrong at the press of a button, for one client or at the door. */
import Type from "typebox";
import type { Fault } from "../../trace/run/records.ts";
import { checkAsker } from "../http/asker.ts";
import { Problem } from "../http/problem.ts";
import { MAX_DOOR_CLOSED, MAX_STALL } from "../limits.ts";
import { Token } from "../play/play-options.ts";
import type { Route } from "./api.ts";

const closed = { additionalProperties: false };

function fault<Kind extends Fault["kind"], Rest extends Type.TProperties>(kind: Kind, rest: Rest) {
  return Type.Object({ kind: Type.Literal(kind), ...rest }, closed);
}

const AnyFault = Type.Union(
  [
    fault("drop", { how: Type.Enum(["fin", "reset"]) }),
    fault("stall", {
      ms: Type.Union([Type.Integer({ minimum: 1, maximum: MAX_STALL }), Type.Null()]),
    }),
    fault("release", {}),
    fault("end", {}),
    fault("next-status", { status: Type.Enum([204, 500, 503]) }),
    fault("next-type", {}),
    fault("next-redirect", { status: Type.Enum([307, 308]) }),
    fault("close-door", { ms: Type.Integer({ minimum: 1, maximum: MAX_DOOR_CLOSED }) }),
  ],
  {
    description: [
      'one of {"kind": "drop", "how": "fin" or "reset"}',
      `{"kind": "stall", "ms": 1 to ${MAX_STALL}, or null until the release}`,
      '{"kind": "release"}',
      '{"kind": "end"}',
      '{"kind": "next-status", "status": 204, 500 or 503}',
      '{"kind": "next-type"}',
      '{"kind": "next-redirect", "status": 307 or 308}',
      `{"kind": "close-door", "ms": 1 to ${MAX_DOOR_CLOSED}}`,
    ].join(", "),
  },
);

const schema = {
  body: Type.Object(
    { trace: Type.Optional(Token), lane: Type.Optional(Token), fault: AnyFault },
    closed,
  ),
};

export const faults: Route = (api, { plays, door, room }) => {
  api.post("/faults", { schema }, async (request, reply) => {
    const { trace, lane, fault } = request.body;
    reply.code(204);
    if (fault.kind === "close-door") {
      checkAsker(request, room.pass);
      room.checkPresenter(request, "closing the door");
      const answered = new Promise<void>((resolve) => reply.raw.once("close", resolve));
      return door.close(fault, trace ?? null, answered);
    }
    if (trace === undefined || lane === undefined) {
      const missing = trace === undefined ? "trace" : "lane";
      const detail = `"${fault.kind}" is done to one client, and the body has no "${missing}"; write whose it is`;
      throw new Problem(400, "client-missing", detail);
    }
    plays.faults.press(trace, lane, fault);
  });
};
