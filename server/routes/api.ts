/** Says what each route is given: Fastify with our schemas, and the parts of the server behind it. */
import type { TypeBoxTypeProvider } from "@fastify/type-provider-typebox";
import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from "fastify";
import type { Chat } from "../chat/chat.ts";
import type { OpenStreams } from "../http/open-streams.ts";
import type { Room } from "../http/room.ts";
import type { Door } from "../play/door.ts";
import type { Plays } from "../play/plays.ts";
import type { Scripts } from "../play/scripts.ts";
import type { Tap } from "../tap/tap.ts";
import type { TapListener } from "../tap/tap-listener.ts";
import type { Watched } from "../target/watched.ts";
import type { WatchedListener } from "../target/watched-listener.ts";

type Api = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

export type Parts = {
  scripts: Scripts;
  plays: Plays;
  tap: Tap;
  listeners: OpenStreams<TapListener | WatchedListener>;
  watched: Watched | null; // null where there is no target proxy
  door: Door;
  chat: Chat;
  room: Room;
};

export type Route = (api: Api, parts: Parts) => void;
