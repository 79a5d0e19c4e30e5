/** `POST /api/faults`: something goes wrong at the press of a button, for one client or at the door. */
import Type from "typebox";
import { Fault } from "../../trace/run/records.ts";
import { checkAsker } from "../http/asker.ts";
import { Problem } from "../http/problem.ts";
import { only } from "../http/validate.ts";
import { Token } from "../play/play-options.ts";
import type { Route } from "./api.ts";

const fault = {
  ...Fault,
  description: `one of ${Fault.anyOf.map(({ properties }) => shape(properties)).join(", ")}`,
};

const schema = {
  body: only({ trace: Type.Optional(Token), lane: Type.Optional(Token), fault }),
};

/** Writes a fault's shape, as in `{"kind": "drop", "how": "fin" or "reset"}`. */
function shape(properties: Type.TProperties): string {
  const fields = Object.entries(properties).map(([name, type]) => `"${name}": ${choices(type)}`);
  return `{${fields.join(", ")}}`;
}

function choices(type: Type.TSchema): string {
  if (Type.IsLiteral(type)) return JSON.stringify(type.const);
  if (Type.IsEnum(type)) {
    const all = type.enum.map((choice) => JSON.stringify(choice)).join(", ");
    return all.replace(/, ([^,]+)$/, " or $1");
  }
  return "description" in type ? String(type.description) : "";
}

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
