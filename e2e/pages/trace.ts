/**
 * What the specs read out of the page: the trace of its current run, as plain data, both sides on one
 * clock. Each reading waits until what it asks for is known.
 */
import type { Page } from "@playwright/test";
import type { Playground } from "../../client/playground/playground.ts";
import type { Header } from "../../protocol/script/action.ts";
import type { Passage } from "../../trace/run/matching.ts";
import type { ArrivedEvent, Ending } from "../../trace/run/reception.ts";
import type { EndReason, LaneName, ModelFact } from "../../trace/run/records.ts";
import { seldom } from "../support/seldom.ts";

declare global {
  var playground: Playground; // client/main.ts leaves it there for the curious
}

/** One attempt of a lane that has ended for both sides. Times: ms since the run began. */
export type SeenAttempt = {
  request: readonly Header[]; // as the server got it
  written: number; // events
  arrived: readonly ArrivedEvent[];
  passages: readonly Passage[];
  ending: Ending; // as the page saw it
  end: { at: number; reason: EndReason }; // as the server told it
};

export class PageTrace {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Returns the current run's own name; "" before any. */
  async name(): Promise<string> {
    return await this.#page.evaluate(() => playground.current?.run.setup.trace ?? "");
  }

  /** Waits until another run than `name` is the current one. */
  async follows(name: string): Promise<void> {
    await this.#page.waitForFunction(
      (before) => (playground.current?.run.setup.trace ?? before) !== before,
      name,
      seldom,
    );
  }

  /** Attempt `number` of a lane, once both sides have told how it ended. */
  async attempt(lane: LaneName, number = 1): Promise<SeenAttempt> {
    const known = await this.#page.waitForFunction(
      ({ lane, number }) => {
        const attempt = playground.current?.run.lane(lane).attempts[number - 1];
        const { ending, connection } = attempt ?? {};
        if (!attempt || !ending || !connection?.end) return false;
        const { written, arrived, passages } = attempt;
        const { at, reason } = connection.end;
        const request = connection.request?.headers ?? [];
        return { request, written: written.length, arrived, passages, ending, end: { at, reason } };
      },
      { lane, number },
      seldom,
    );
    const attempt = await known.jsonValue();
    if (attempt === false) throw new Error("waitForFunction returned before there was anything");
    return attempt;
  }

  /** What a lane's client showed of its connections, in order: such as "open", "error 0", "failure TypeError". */
  async shown(lane: LaneName): Promise<string[]> {
    return await this.#page.evaluate((lane) => {
      const records = playground.current?.run.records ?? [];
      return records.flatMap((one) => {
        if (one.side !== "browser" || one.lane !== lane) return [];
        if (one.kind === "error") return [`error ${one.readyState}`];
        if (one.kind === "failure") return [`failure ${one.name}`];
        return ["open", "head", "end"].includes(one.kind) ? [one.kind] : [];
      });
    }, lane);
  }

  /** Waits until the server has written `events` on the connection that a lane has now. */
  async running(lane: LaneName, events: number): Promise<void> {
    await this.#page.waitForFunction(
      ({ lane, events }) => {
        const attempt = playground.current?.run.lane(lane).attempts.at(-1);
        return attempt?.ending === null && attempt.written.length >= events;
      },
      { lane, events },
      seldom,
    );
  }

  /** What the relay had to do with the chat model for a lane, as it told. */
  async modelFacts(lane: LaneName): Promise<ModelFact[]> {
    return await this.#page.evaluate((lane) => {
      const records = playground.current?.run.records ?? [];
      return records.flatMap((one) =>
        one.kind === "model" && one.lane === lane ? [one.fact] : [],
      );
    }, lane);
  }

  /** How often the relay had the model asked for a lane. */
  async timesAsked(lane: LaneName): Promise<number> {
    return (await this.modelFacts(lane)).filter(({ did }) => did === "asked").length;
  }

  /** The server processes that the tap has told of, each once. */
  async boots(): Promise<string[]> {
    return await this.#page.evaluate(() => {
      const records = playground.current?.run.records ?? [];
      return [...new Set(records.flatMap((one) => (one.kind === "boot" ? [one.boot] : [])))];
    });
  }

  /** The readyState in each `error` that EventSource told of. */
  async errors(): Promise<number[]> {
    return await this.#page.evaluate(() => {
      const records = playground.current?.run.records ?? [];
      return records.flatMap((one) => (one.kind === "error" ? [one.readyState] : []));
    });
  }
}
