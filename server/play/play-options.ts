/** Declares the options of both plays: the same names and values in the query and in the body. */
import type { FastifyRequest } from "fastify";
import Type, { type Static } from "typebox";
import { Problem } from "../http/problem.ts";
import { only } from "../http/validate.ts";
import { MAX_LAST_EVENT_ID } from "../limits.ts";
import { asText } from "../wire/wire.ts";

/** Descriptions are what the problem tells to write. */
export const Token = Type.String({
  pattern: "^[A-Za-z0-9_-]{1,64}$",
  description: "1 to 64 characters of A–Z, a–z, 0–9, _ and -",
});

const texts = {
  trace: Type.Optional(Token),
  lane: Type.Optional(Token),
  lastEventId: Type.Optional(Type.String()),
  accelBuffering: Type.Optional(Type.Literal("no", { description: "no, or leave it out" })),
};

const yes = { description: "1, or leave it out" };
const no = { description: "0, or leave it out" };

const moved = { description: "1, where a redirect led here, or leave it out" };

/** A query may have these options, whatever stands beside them. */
export const queryOptions = {
  ...texts,
  noTransform: Type.Optional(Type.Literal("1", yes)),
  flushHeaders: Type.Optional(Type.Literal("0", no)),
  moved: Type.Optional(Type.Literal("1", moved)),
};

export const PlayQuery = only(queryOptions);

/** A body may have these options, whatever stands beside them. */
export const bodyOptions = {
  ...texts,
  noTransform: Type.Optional(Type.Literal(1, yes)),
  flushHeaders: Type.Optional(Type.Literal(0, no)),
};

export const PlayBody = only({
  script: Type.Optional(Type.String()),
  name: Type.Optional(Type.String()),
  ...bodyOptions,
});

/**
 * `trace` is null for whoever wants no record; `lastEventId` is "" for none; `accelBuffering`: whether
 * nginx may collect the body; `flushHeaders`: whether the head leaves before the first byte of it.
 */
export type PlayOptions = {
  trace: string | null;
  lane: string;
  lastEventId: string;
  noTransform: boolean;
  accelBuffering: boolean;
  flushHeaders: boolean;
};

/**
 * Returns what a request asks for, in its query or in its body; what both say, the body says.
 * @throws Problem 400 for a last event ID that no event can have set
 */
export function readPlayOptions(
  { headers }: FastifyRequest,
  query: Static<typeof PlayQuery>,
  body: Omit<Static<typeof PlayBody>, "script" | "name"> = {},
): PlayOptions {
  const header = headers["last-event-id"];
  const given = { ...query, ...body };
  return {
    trace: given.trace ?? null,
    lane: given.lane ?? "client",
    lastEventId: readLastEventId(header ? asText(String(header)) : (given.lastEventId ?? "")),
    noTransform: given.noTransform !== undefined,
    accelBuffering: given.accelBuffering === undefined,
    flushHeaders: given.flushHeaders === undefined,
  };
}

function readLastEventId(id: string): string {
  if (/[\r\n\0]/.test(id)) {
    const what = "the last event ID holds CR, LF or NUL, which no `id` field can set";
    throw new Problem(400, "last-event-id", `${what}; write the id of an event as it was sent`);
  }
  if (id.length > MAX_LAST_EVENT_ID) {
    const what = `the last event ID has ${id.length} characters`;
    throw new Problem(400, "last-event-id", `${what}; at most ${MAX_LAST_EVENT_ID} are taken`);
  }
  return id;
}
