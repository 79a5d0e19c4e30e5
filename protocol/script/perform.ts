/**
 * Plays a stream script: steps → actions, one after the other, as whoever plays them asks for the
 * next. No I/O, no clock, no timers: the time is asked for when a write is made, a pause is an action.
 */
import type { Action } from "./action.ts";
import { PlayOrder, placeAfterNext, stepsBefore, topOf } from "./play-order.ts";
import { findResumption, type Resumption, resumes } from "./resume.ts";
import type { Step, StreamScript } from "./script.ts";
import { stepsOn } from "./sections.ts";
import { Settings } from "./settings.ts";
import { render, type Values } from "./template.ts";
import { Writer } from "./writer.ts";

/** `attempt` is the client's, counted from 1. `lastEventId` is "" for none; it holds no CR, LF or NUL. */
export type PlayRequest = { attempt: number; lastEventId: string; noTransform: boolean };

/** What fills the placeholders. `now`: epoch ms. */
type Sources = { now(): number; uuid(): string };

/** Returns what the script does on this attempt. Its time, bytes and writes are the player's to limit. */
export function perform(
  script: StreamScript,
  request: PlayRequest,
  sources: Sources,
): Generator<Action, void, void> {
  return new Performance(stepsOn(script.sections, request.attempt), request, sources).play();
}

class Performance {
  readonly #request: PlayRequest;
  readonly #sources: Sources;
  readonly #settings = new Settings();
  readonly #writer = new Writer(this.#settings);
  readonly #resumption: Resumption | null;
  readonly #order: PlayOrder;
  #headHasLeft = false;
  #blockIsOpen = false;
  /** Resumed, and nothing was sent since: pauses and endings are passed over. */
  #isSkipping: boolean;
  /** The id that was asked for is never sent: a comment has to say so. */
  #owesComment: boolean;

  constructor(steps: readonly Step[], request: PlayRequest, sources: Sources) {
    const asks = request.lastEventId !== "" && resumes(steps);
    this.#request = request;
    this.#sources = sources;
    this.#resumption = asks ? findResumption(steps, request) : null;
    this.#order = new PlayOrder(this.#resumption?.place ?? topOf(steps));
    this.#isSkipping = this.#resumption !== null;
    this.#owesComment = asks && this.#resumption === null;
  }

  *play(): Generator<Action, void> {
    const { lastEventId } = this.#request;
    if (this.#resumption) yield* this.#resume(this.#resumption);
    if (this.#owesComment) yield { kind: "note", note: { note: "unknown-id", lastEventId } };
    for (let step = this.#order.next(); step; step = this.#order.next()) {
      if (!(yield* this.#goesOnAfter(step))) return;
    }
    yield* this.#writer.flush();
    yield* this.#leaveHead();
  }

  *#resume({ line, place }: Resumption): Generator<Action, void> {
    const { lastEventId } = this.#request;
    yield { kind: "note", note: { note: "resumed", lastEventId, line } };
    for (const { step, count } of stepsBefore(place)) {
      this.#settings.apply(step, this.#values(count));
    }
    if (this.#settings.heartbeat !== null) yield this.#settings.heartbeatAction();
  }

  /** Plays one step. False where it ends the attempt. */
  *#goesOnAfter(step: Step): Generator<Action, boolean> {
    const [settings, writer] = [this.#settings, this.#writer];
    if (step.kind !== "wire" && step.kind !== "blank") yield* writer.flush();
    switch (step.kind) {
      case "wire": {
        if (!(yield* this.#leaveHead())) return false;
        if (this.#owesComment) yield* this.#commentOnUnknownId();
        const values = this.#values(this.#order.count);
        const lineEnd = step.ended ? settings.eol : "";
        writer.add(step.line, () => render(step.template, values) + lineEnd);
        this.#blockIsOpen = true;
        this.#isSkipping = false;
        return true;
      }
      case "blank": {
        if (!this.#blockIsOpen) return true;
        const lineEnd = settings.eol;
        writer.add(step.line, () => lineEnd);
        this.#blockIsOpen = false;
        yield* writer.flush();
        return true;
      }
      case "bytes":
        if (!(yield* this.#leaveHead())) return false;
        this.#owesComment = false;
        this.#isSkipping = false;
        yield* writer.bytes(step.line, step.bytes);
        return true;
      case "wait":
        if (this.#isSkipping) return true;
        if (!(yield* this.#leaveHead())) return false;
        yield* writer.wait(step.ms);
        return true;
      case "hang":
        if (this.#isSkipping && placeAfterNext(this.#order.place, sends) !== null) return true;
        if (yield* this.#leaveHead()) yield { kind: "hang" };
        return false;
      case "drop":
        if (this.#isSkipping) return true;
        yield { kind: "drop", how: step.how };
        return false;
      case "close":
        if (this.#isSkipping) return true;
        if (yield* this.#leaveHead()) yield { kind: "close" };
        return false;
      case "cut":
        writer.cut();
        return true;
      case "status":
      case "header":
        if (this.#headHasLeft) {
          const { directive, line } = step;
          yield { kind: "note", note: { note: "head-has-left", directive, line } };
        } else {
          settings.apply(step, this.#values(this.#order.count));
        }
        return true;
      case "eol":
      case "heartbeat":
        settings.apply(step, this.#values(this.#order.count));
        if (step.kind === "heartbeat" || settings.heartbeat !== null) {
          yield settings.heartbeatAction(); // its line end is the script's
        }
        return true;
      case "chunk":
        settings.apply(step, this.#values(this.#order.count));
        return true;
      case "attempt":
      case "repeat":
      case "end":
      case "resume-off":
        return true;
    }
  }

  /** Sends the response head, once. False where it has no body: 204 and 304 end the attempt. */
  *#leaveHead(): Generator<Action, boolean> {
    if (!this.#headHasLeft) yield this.#settings.head(this.#request.noTransform);
    this.#headHasLeft = true;
    return this.#settings.hasBody;
  }

  *#commentOnUnknownId(): Generator<Action, void> {
    const { eol } = this.#settings;
    const { lastEventId } = this.#request;
    this.#owesComment = false;
    this.#writer.add(0, () => `: no block sends the id ${lastEventId}, so this is the top${eol}`);
    yield* this.#writer.flush();
  }

  #values(n: number): Values {
    const { attempt, lastEventId } = this.#request;
    return { n, attempt, lastEventId, now: this.#sources.now, uuid: this.#sources.uuid };
  }
}

const sends = (step: Step): boolean => step.kind === "wire" || step.kind === "bytes";
