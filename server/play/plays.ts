/** Everything that is being played: begins a play for a request, tells the tap, and logs its end. */
import { randomUUID } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Action, Header } from "../../protocol/script/action.ts";
import { perform } from "../../protocol/script/perform.ts";
import type { EndReason } from "../../trace/run/records.ts";
import { withoutPass } from "../http/asker.ts";
import { now } from "../http/clock.ts";
import { toldValue } from "../http/credentials.ts";
import { checkDestination } from "../http/destination.ts";
import { OpenStreams } from "../http/open-streams.ts";
import { MAX_OPEN_PLAYS } from "../limits.ts";
import type { Tap, Tell } from "../tap/tap.ts";
import { asText } from "../wire/wire.ts";
import { Attempts } from "./attempts.ts";
import { Faults } from "./faults.ts";
import { faultyAnswer } from "./faulty-answer.ts";
import type { PlayOptions } from "./play-options.ts";
import { Player } from "./player.ts";
import { readableScript } from "./readable-script.ts";
import { type Client, withClient } from "./redirected.ts";
import type { NamedScript } from "./scripts.ts";

/** Nobody listens to a request without a trace. */
const TELL_NOBODY: Tell = () => {};

/** One answer to one request, as its player has it. */
export type Connection = { attempt: number; tell: Tell; player: Player };

export class Plays {
  readonly #tap: Tap;
  readonly #patience: number | undefined;
  readonly #attempts = new Attempts();
  /** What is done to single clients at the press of a button. */
  readonly faults: Faults;
  readonly #open = new OpenStreams<Player>("streams", MAX_OPEN_PLAYS);

  /** @param patience with a client that takes nothing, ms */
  constructor(tap: Tap, patience?: number) {
    this.#tap = tap;
    this.#patience = patience;
    this.faults = new Faults(this.#attempts, tap);
  }

  /**
   * Plays a script as the answer to a request, which counts as an attempt of its client.
   * @throws Problem 422 for a script with errors, and as `answer` does
   */
  async play(
    request: FastifyRequest,
    reply: FastifyReply,
    { name, text }: NamedScript,
    options: PlayOptions,
  ): Promise<void> {
    const script = readableScript(text);
    const { lastEventId, noTransform } = options;
    const sources = { now, uuid: randomUUID };
    // It changes when a browser tells of a wrong type, which is among what is shown here.
    reply.removeHeader("X-Content-Type-Options");
    await this.answer(request, reply, name, options, ({ attempt }) =>
      perform(script, { attempt, lastEventId, noTransform }, sources),
    );
  }

  /**
   * Answers a request, which counts as an attempt of its client, with whatever makes the actions.
   * @param actions is asked for them once the answer has begun; not at all where a fault takes their place
   * @throws Problem 403 where it would not be read as a stream, 429 where too many streams are open
   */
  async answer(
    request: FastifyRequest,
    reply: FastifyReply,
    name: string,
    options: PlayOptions,
    actions: (connection: Connection) => Iterable<Action>,
  ): Promise<void> {
    checkDestination(request);
    this.#open.checkRoom();
    const { trace, lane, flushHeaders } = options;
    const began = now();
    const attempt = trace === null ? 1 : this.#attempts.next(trace, lane);
    const tell = trace === null ? TELL_NOBODY : this.#tap.connection(trace, lane, attempt);
    tell({ kind: "request", ...factsOf(request) }, began);

    const player = new Player(reply, tell, { flushHeaders, patience: this.#patience });
    this.#open.add(player);
    const fault = trace === null ? null : this.faults.meet(trace, lane, player);
    const isHead = request.method === "HEAD";
    const { accelBuffering } = options;
    const asked = { isHead, accelBuffering, client: { url: request.url, trace, lane } };
    const { reason, ...played } =
      fault === null
        ? await player.play(asAskedFor(actions({ attempt, tell, player }), asked))
        : await player.play([faultyAnswer(fault, request.url)], { why: "fault", fault });
    const ms = Math.round(now() - began);
    request.server.log.info({ lane, attempt, name, ...played, ...reason, ms }, "stream ended");
  }

  /** Tells the tap that a browser asked whether a play may be asked for: nobody's attempt yet. */
  tellPreflight(request: FastifyRequest, trace: string, lane: string): void {
    this.#tap.connection(trace, lane, 0)({ kind: "request", ...factsOf(request) }, now());
  }

  /** Tells the tap of a request that was refused with a problem, `payload`. */
  tellRefusal(
    request: FastifyRequest,
    reply: FastifyReply,
    payload: string,
    trace: string,
    lane: string,
  ): void {
    const tell = this.#tap.connection(trace, lane, this.#attempts.next(trace, lane));
    const headers = Object.entries(reply.getHeaders()).map(
      ([name, value]): Header => [name, `${value}`],
    );
    const bytes = Buffer.from(payload);
    const at = now();
    tell({ kind: "request", ...factsOf(request) }, at);
    tell({ kind: "head", status: reply.statusCode, headers }, at);
    tell({ kind: "write", offset: 0, bytes, line: 0 }, at);
    tell({ kind: "end", reason: { why: "close" }, bytes: bytes.length, writes: 1 }, at);
  }

  /** Ends all that is open. Settles when the clients have it. */
  end(reason: EndReason): Promise<void> {
    return this.#open.endAll((player) => player.stop(reason));
  }
}

/** The head is the whole answer to HEAD; `accelBuffering` tells nginx not to collect the body. */
function* asAskedFor(
  actions: Iterable<Action>,
  { isHead, accelBuffering, client }: { isHead: boolean; accelBuffering: boolean; client: Client },
): Generator<Action> {
  for (const action of actions) {
    if (action.kind !== "head") {
      yield action;
      continue;
    }
    const added: Header[] = accelBuffering ? [] : [["X-Accel-Buffering", "no"]];
    yield withClient({ ...action, headers: [...action.headers, ...added] }, client);
    if (isHead) return;
  }
}

/** Returns what a request says of itself, without what proves who somebody is. */
function factsOf({ raw }: FastifyRequest) {
  const headers: Header[] = [];
  for (let i = 0; i < raw.rawHeaders.length; i += 2) {
    const [name = "", value = ""] = raw.rawHeaders.slice(i, i + 2);
    headers.push([name, asText(toldValue(name, value))]);
  }
  const { method = "", url = "", httpVersion } = raw;
  return { method, url: withoutPass(url), httpVersion, headers };
}
