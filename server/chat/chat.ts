/** The typewriter: a question comes in, the model's answer goes out as an event stream, and can be gone on with. */
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Action } from "../../protocol/script/action.ts";
import type { RelayName } from "../../trace/run/records.ts";
import { now } from "../http/clock.ts";
import { Problem } from "../http/problem.ts";
import { Attempts } from "../play/attempts.ts";
import type { PlayOptions } from "../play/play-options.ts";
import type { Connection, Plays } from "../play/plays.ts";
import { Answer } from "./answer.ts";
import { Answers } from "./answers.ts";
import { forgotten } from "./asking-errors.ts";
import { LAST, placeOf } from "./event-id.ts";
import { LeftMessages } from "./left-messages.ts";
import type { Model } from "./model.ts";
import { readAnswer, readFailure, readNothing } from "./read-answer.ts";
import { relay, type TellModel } from "./relay.ts";
import type { Role, Roles } from "./roles.ts";

export type ChatOptions = PlayOptions & { relay: RelayName };

export class Chat {
  readonly model: Model;
  readonly roles: Roles;
  readonly left = new LeftMessages();
  readonly #plays: Plays;
  readonly #answers = new Answers();
  /** How often each client had the model asked. */
  readonly #asked = new Attempts();

  constructor(model: Model, roles: Roles, plays: Plays) {
    this.model = model;
    this.roles = roles;
    this.#plays = plays;
  }

  /**
   * Answers a request with what the model says to the message, or with the rest of an answer that was
   * begun before: the last event ID says which.
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
    const { method, url, httpVersion } = request.raw;
    request.server.log.info({ request: `${method} ${url} HTTP/${httpVersion}` }, "chat");
    await this.#plays.answer(request, reply, "chat", options, (connection) => {
      const place = options.relay === "no-ids" ? null : placeOf(options.lastEventId);
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

  /** Stops the model, whoever reads, and lets go of the way to it. */
  close(): Promise<void> {
    this.#answers.stop("shutdown");
    return this.model.close();
  }

  #ask(
    { server: { log } }: FastifyRequest,
    message: string,
    role: Role,
    options: ChatOptions,
    { tell, player }: Connection,
  ): Iterable<Action> {
    const { trace, lane, relay: relayName } = options;
    // Nobody can come back to what has no ids.
    const hasIds = relayName !== "no-ids";
    const answer = new Answer({ hasIds, unreadGrace: hasIds ? this.model.patience.unread : 0 });
    const { id } = answer;
    this.#answers.add(answer);
    const times = trace === null ? 1 : this.#asked.next(trace, lane);
    const tellModel: TellModel = (fact) => tell({ kind: "model", answer: id, fact }, now());
    tellModel({ did: "asked", times, model: this.model.name, relay: relayName });
    const messages = [
      { role: "system", content: role.prompt },
      { role: "user", content: message },
    ] as const;
    const question = { messages, role: role.name, relay: relayName };
    relay(this.model, question, answer, tellModel).catch((error) => log.error(error));
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
