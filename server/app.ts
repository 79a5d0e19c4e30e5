/** The server's parts put together: Fastify, who may ask, the routes, and how it all ends. */

import { setTimeout as after } from "node:timers/promises";
import cors from "@fastify/cors";
import type { TypeBoxTypeProvider } from "@fastify/type-provider-typebox";
import fastify, { type FastifyInstance, type FastifyServerOptions, LogController } from "fastify";
import type { EndReason } from "../trace/run/records.ts";
import { Chat } from "./chat/chat.ts";
import type { Model } from "./chat/model.ts";
import { Roles } from "./chat/roles.ts";
import { answerClientError, answerError, answerErrors } from "./http/error-handlers.ts";
import { OpenStreams } from "./http/open-streams.ts";
import { EXPOSED_HEADERS, hostnameOf, isOwnHost, isOwnOrigin } from "./http/origins.ts";
import { servePage } from "./http/page.ts";
import { ports } from "./http/ports.ts";
import { Problem } from "./http/problem.ts";
import { sandboxed } from "./http/protection.ts";
import { Room } from "./http/room.ts";
import { validatorCompiler } from "./http/validate.ts";
import {
  KEEP_ALIVE_TIMEOUT,
  MAX_BODY_BYTES,
  MAX_CONNECTIONS,
  MAX_HEAD_BYTES,
  MAX_OPEN_TAPS,
  REQUEST_CHECK,
  REQUEST_TIMEOUT,
  SHUTDOWN_TIMEOUT,
} from "./limits.ts";
import { Door } from "./play/door.ts";
import { tellPreflights, tellRefusals } from "./play/never-played.ts";
import { Plays } from "./play/plays.ts";
import { Scripts } from "./play/scripts.ts";
import type { Route } from "./routes/api.ts";
import { askTarget } from "./routes/ask-target.ts";
import { chatRoutes } from "./routes/chat.ts";
import { chatAbout } from "./routes/chat-about.ts";
import { clock } from "./routes/clock.ts";
import { cookie } from "./routes/cookie.ts";
import { faults } from "./routes/faults.ts";
import { health } from "./routes/health.ts";
import { playRoutes } from "./routes/play.ts";
import { presenter } from "./routes/presenter.ts";
import { scriptRoutes } from "./routes/scripts.ts";
import { tapRoute } from "./routes/tap.ts";
import { targetAgain, targetList, targetTap } from "./routes/target.ts";
import { Tap } from "./tap/tap.ts";
import type { TapListener } from "./tap/tap-listener.ts";
import type { TargetProxy } from "./target/target-proxy.ts";
import type { WatchedListener } from "./target/watched-listener.ts";

const routes: readonly Route[] = [
  scriptRoutes,
  playRoutes,
  tapRoute,
  chatAbout,
  chatRoutes,
  faults,
  presenter,
  cookie,
  targetList,
  targetTap,
  targetAgain,
  clock,
  health,
];

const SLOWEST_REQUEST = REQUEST_TIMEOUT - REQUEST_CHECK; // found out at the next look

/** `token` is the presenter's; `guestModel` answers everybody else. */
export type RoomOptions = { token: string; guestModel: Model };

type AppOptions = {
  logger: NonNullable<FastifyServerOptions["logger"]>;
  streams: string; // folder of the shipped scripts
  saved: string; // folder for the scripts that are left with us
  roles: string; // folder of the roles that a chat model can be given
  model: Model; // answers in chats, and is closed with the server
  /** The room that HOST opens; null where whoever asks is the presenter. */
  room: RoomOptions | null;
  target?: TargetProxy | null; // null where there is none
  page: string | null; // folder of the built page; null where dev servers serve it
  /** Smaller ones than limits.ts has. `patience`: UNREAD_PATIENCE; `tapBytes`: MAX_TAP_BYTES. */
  bounds?: { patience?: number; tapBytes?: number };
};

/** Builds the server; it listens to nothing yet. `close()` ends its streams properly first. */
export function buildApp({
  logger,
  streams,
  saved,
  roles,
  model,
  room: roomOptions,
  target = null,
  page,
  bounds = {},
}: AppOptions): FastifyInstance {
  const app = fastify({
    logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: MAX_BODY_BYTES,
    requestTimeout: SLOWEST_REQUEST,
    // Fastify sets the one after the server is made. Node swaps the two where the other is larger.
    http: {
      headersTimeout: SLOWEST_REQUEST,
      requestTimeout: SLOWEST_REQUEST,
      connectionsCheckingInterval: REQUEST_CHECK,
      maxHeaderSize: MAX_HEAD_BYTES,
    },
    clientErrorHandler: answerClientError,
    keepAliveTimeout: KEEP_ALIVE_TIMEOUT,
    forceCloseConnections: true,
    frameworkErrors: (error, request, reply) => void answerError(error, request, reply),
  });
  app.server.maxConnections = MAX_CONNECTIONS;
  app.removeContentTypeParser("text/plain");
  app.setValidatorCompiler(validatorCompiler);
  protect(app);
  const devPage = `the page is at http://localhost:${ports.page}/ when \`npm start\` runs`;
  answerErrors(app, page === null ? devPage : servePage(app, page));
  keepStrangersOut(app);

  const watched = target?.watched ?? null;
  const tap = new Tap(bounds.tapBytes);
  const plays = new Plays(tap, bounds.patience);
  tellPreflights(app, plays);
  tellRefusals(app, plays);
  shareWithOwnPages(app);
  const listeners = new OpenStreams<TapListener | WatchedListener>("taps", MAX_OPEN_TAPS);
  // Listeners end last: they tell how the streams ended.
  const endStreams = async (reason: EndReason) => {
    const ended = plays.end(reason).then(() => listeners.endAll((listener) => listener.end()));
    await Promise.race([ended, after(SHUTDOWN_TIMEOUT, undefined, { ref: false })]);
    void plays.end(reason); // those that came in meanwhile
  };
  const door = new Door(app.server, tap, endStreams);
  const scripts = new Scripts(streams, saved);
  const room = new Room(roomOptions?.token ?? null);
  const models = { model, guestModel: roomOptions?.guestModel ?? model };
  const chat = new Chat(models, room, new Roles(roles), plays);
  app.register(
    async (api) => {
      const typed = api.withTypeProvider<TypeBoxTypeProvider>();
      for (const route of routes)
        route(typed, { scripts, plays, tap, listeners, watched, door, chat, room });
    },
    { prefix: "/api" },
  );
  askTarget(app, target);

  app.addHook("preClose", async () => {
    door.stayClosed();
    await endStreams({ why: "shutdown" });
    await chat.close();
  });
  return app;
}

/** Nothing that is answered can be used as something else, whatever it is; the page's own files say so themselves. */
function protect(app: FastifyInstance): void {
  app.addHook("onRequest", async (_request, reply) => {
    for (const [name, value] of sandboxed) reply.header(name, value);
    reply.header("X-Content-Type-Options", "nosniff");
  });
}

/** Host check: nobody reaches this server under a name that is not its own. */
function keepStrangersOut(app: FastifyInstance): void {
  app.addHook("onRequest", async ({ headers: { host, origin } }, reply) => {
    if (!isOwnHost(host)) {
      const name = hostnameOf(host ?? "");
      const what = `this server does not answer under the name "${name}"`;
      throw new Problem(403, "host", `${what}; start it with ALLOWED_HOSTS=${name} if it should`);
    }
    if (origin !== undefined && isOwnOrigin(origin)) reply.header("Timing-Allow-Origin", origin);
  });
}

/** CORS: pages of others don't read its answers. It answers preflights, so what hears them comes before. */
function shareWithOwnPages(app: FastifyInstance): void {
  app.register(cors, {
    origin: (origin, allow) => allow(null, origin !== undefined && isOwnOrigin(origin)),
    credentials: true,
    methods: ["GET", "HEAD", "POST", "DELETE"],
    allowedHeaders: ["Authorization", "Content-Type", "Last-Event-ID"],
    exposedHeaders: EXPOSED_HEADERS,
  });
}
