/** The chat: a question comes in, the model's answer goes out as an event stream, and a client can go on with it. */
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Action } from "../../protocol/script/action.ts";
import type { RelayName } from "../../trace/run/records.ts";
import { withoutPass } from "../http/asker.ts";
import { now } from "../http/clock.ts";
import { Problem } from "../http/problem.ts";
import type { Room } from "../http/room.ts";
import { Attempts } from "../play/attempts.ts";
import type { PlayOptions } from "../play/play-options.ts";
import type { Connection, Plays } from "../play/plays.ts";
import { Answer, LAST, resumePoint } from "./answer.ts";
import { Answers } from "./answers.ts";
import { forgotten } from "./chat-error.ts";
import { LeftMessages } from "./left-messages.ts";
import type { Model } from "./model.ts";
import { readAnswer, readFailure, readNothing } from "./read-answer.ts";
import { relay, type TellModel } from "./relay.ts";
import type { Role, Roles } from "./roles.ts";

export type ChatOptions = PlayOptions & { relay: RelayName };

/** Who answers whom: one model for anyone, or in a room the real one for the presenter and the demo one for guests. */
type Models = { model: Model; guestModel: Model };

export class Chat {
  readonly roles: Roles;
  readonly left = new LeftMessages();
  readonly #models: Models;
  readonly #room: Room;
  readonly #plays: Plays;
  readonly #answers = new Answers();
  readonly #asked = new Attempts();

  constructor(models: Models, room: Room, roles: Roles, plays: Plays) {
    this.#models = models;
    this.#room = room;
    this.roles = roles;
    this.#plays = plays;
  }

  whoIs(request: FastifyRequest): "anyone" | "presenter" | "guest" {
    const { model, guestModel } = this.#models;
    if (model === guestModel) return "anyone";
    return this.#room.isPresenter(request) ? "presenter" : "guest";
  }

  modelFor(request: FastifyRequest): Model {
    const { model, guestModel } = this.#models;
    return this.whoIs(request) === "guest" ? guestModel : model;
  }

  /**
   * Answers a request with what the model says to the message, or with the rest of an answer where the
   * last event ID names one.
   * @throws Problem 400 for a role that is not there, 429 where too much is open
   */
  async answer(
    request: FastifyRequest,
    reply: FastifyReply,
    message: string,
    roleName: string | undefined,
    options: ChatOptions,
  ): Promise<void> {
    const role = await this.roles.find(roleName);
    this.#answers.checkRoom();
    const { method, url } = request;
    const { httpVersion } = request.raw;
    request.server.log.info(
      { request: `${method} ${withoutPass(url)} HTTP/${httpVersion}` },
      "chat",
    );
    await this.#plays.answer(request, reply, "chat", options, (connection) => {
      const place = options.relay === "no-ids" ? null : resumePoint(options.lastEventId);
      if (place === null) return this.#ask(request, message, role, options, connection);
      return place.after === LAST
        ? readNothing()
        : this.#goOn(place.answer, place.after, options, connection);
    });
  }

  /**
   * Stops the model in the middle of an answer, at once.
   * @throws Problem 404 for an answer that is not kept
   */
  stop(id: string): void {
    const answer = this.#answers.find(id);
    if (answer === undefined) {
      const what = `there is no answer "${id.slice(0, 64)}", or it is not kept any more`;
      throw new Problem(404, "no-answer", `${what}; its id is in its start event`);
    }
    answer.stop("asked");
  }

  async close(): Promise<void> {
    this.#answers.stop("shutdown");
    const models = new Set(Object.values(this.#models));
    await Promise.all(Array.from(models, (model) => model.close()));
  }

  #ask(
    request: FastifyRequest,
    message: string,
    role: Role,
    options: ChatOptions,
    { tell, player }: Connection,
  ): Iterable<Action> {
    const { log } = request.server;
    const model = this.modelFor(request);
    const { trace, lane, relay: relayName } = options;
    // No client can come back to an answer without ids.
    const hasIds = relayName !== "no-ids";
    const answer = new Answer({ hasIds, unreadGrace: hasIds ? model.patience.unread : 0 });
    const { id } = answer;
    this.#answers.add(answer);
    const times = trace === null ? 1 : this.#asked.next(trace, lane);
    const tellModel: TellModel = (fact) => tell({ kind: "model", answer: id, fact }, now());
    tellModel({ did: "asked", times, model: model.name, relay: relayName });
    const messages = [
      { role: "system", content: role.prompt },
      { role: "user", content: message },
    ] as const;
    const question = { messages, role: role.name, relay: relayName };
    relay(model, question, answer, tellModel).catch((error) => log.error(error));
    return readAnswer(answer, 0, options, () => player.goOn());
  }

  #goOn(
    id: string,
    after: number,
    options: ChatOptions,
    { tell, player }: Connection,
  ): Iterable<Action> {
    const answer = this.#answers.find(id);
    const tellModel: TellModel = (fact) => tell({ kind: "model", answer: id, fact }, now());
    if (answer === undefined || after > answer.length) {
      tellModel({ did: "failed", failure: "forgotten", tokens: 0 });
      return readFailure(forgotten(), id, options);
    }
    tellModel({ did: "resumed", after });
    return readAnswer(answer, after, options, () => player.goOn());
  }
}
