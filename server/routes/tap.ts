/** `GET /api/tap?trace=…`: what the server does on every connection of a trace, as an event stream. */
import { only } from "../http/validate.ts";
import { Token } from "../play/play-options.ts";
import { TapListener } from "../tap/tap-listener.ts";
import { asText } from "../wire/wire.ts";
import type { Route } from "./api.ts";

const schema = { querystring: only({ trace: Token }) };

export const tapRoute: Route = (api, { tap, listeners }) => {
  api.get("/tap", { schema, exposeHeadRoute: false }, async ({ headers, query }, reply) => {
    listeners.checkRoom();
    const heard = tap.heardUpTo(asText(String(headers["last-event-id"] ?? "")));
    listeners.add(new TapListener(reply, tap.boot, tap.recordsOf(query.trace), heard));
  });
};
