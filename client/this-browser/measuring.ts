/**
 * All measurements, a few at a time, in a trace of their own: each is a client of its own, and one tap
 * tells what the server did for all of them.
 */

import type { Behaviour, Family, MeasurementName } from "../../trace/run/behaviour.ts";
import type { TapRecord } from "../../trace/run/records.ts";
import { isOther, type Measurement } from "../../trace/this-browser/measurement.ts";
import { apiAt, ownPort, serverPort } from "../connections/places.ts";
import { openTap } from "../connections/tap.ts";
import { newTraceName } from "../connections/trace-name.ts";
import { Asking, type Finding } from "./asking.ts";

/** Of six connections to one origin a run takes up to three, and the tap one. */
const AT_A_TIME = 2;

/**
 * What is not as recorded is asked again, since a busy machine delays what is measured. The last answer counts.
 */
const TRIES = 3;

export type Stage = Finding | { is: "waiting" } | { is: "measuring" };

export class Measuring {
  /** The Node server did not answer; then measuring has stopped. */
  isAlone = false;
  readonly #trace = newTraceName();
  readonly #all: readonly Measurement[];
  readonly #family: Family | undefined;
  readonly #waiting: Measurement[];
  readonly #asking = new Map<string, Asking>(); // by their lane
  readonly #measuring = new Set<MeasurementName>();
  readonly #findings = new Map<MeasurementName, Finding>();
  readonly #tap: { close(): void };
  readonly #changed: () => void;

  /** `family`: what this browser is expected to be; `changed` is called after each step. */
  constructor(
    measurements: readonly Measurement[],
    family: Family | undefined,
    changed: () => void,
  ) {
    this.#all = measurements;
    this.#family = family;
    this.#waiting = [...measurements];
    this.#changed = changed;
    this.#tap = openTap(
      this.#trace,
      { direct: apiAt(serverPort), "own-origin": apiAt(ownPort()) },
      { record: (record) => this.#hear(record), way: () => {}, lost: () => this.#giveUp() },
    );
    for (let i = 0; i < AT_A_TIME; i++) void this.#work();
  }

  get done(): number {
    return this.#findings.size;
  }

  get isComplete(): boolean {
    return this.done === this.#all.length;
  }

  get answers(): ReadonlyMap<MeasurementName, Behaviour> {
    const answers = new Map<MeasurementName, Behaviour>();
    for (const [name, finding] of this.#findings) {
      if (finding.is === "answered") answers.set(name, finding.answer);
    }
    return answers;
  }

  stageOf(name: MeasurementName): Stage {
    const isMeasuring = this.#measuring.has(name);
    return this.#findings.get(name) ?? { is: isMeasuring ? "measuring" : "waiting" };
  }

  stop(): void {
    this.#waiting.length = 0;
    for (const asking of this.#asking.values()) asking.stop();
    this.#asking.clear();
    this.#measuring.clear();
    this.#tap.close();
  }

  async #work(): Promise<void> {
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
      this.#measuring.add(next.name);
      this.#changed();
      try {
        this.#findings.set(next.name, await this.#find(next));
      } catch {
        return this.#giveUp();
      }
    }
    if (this.isComplete) this.#tap.close();
    this.#changed();
  }

  async #find(measurement: Measurement, tried = 1): Promise<Finding> {
    const lane = `${measurement.name}-${tried}`;
    const asking = new Asking(measurement, this.#trace, lane);
    this.#asking.set(lane, asking);
    const finding = await asking.finding;
    this.#asking.delete(lane);
    const isOdd =
      finding.is === "answered" && isOther(measurement.name, finding.answer, this.#family);
    return isOdd && tried < TRIES ? await this.#find(measurement, tried + 1) : finding;
  }

  #hear(record: TapRecord): void {
    if ("lane" in record) this.#asking.get(record.lane)?.hear(record);
    for (const asking of this.#asking.values()) asking.heardUntil(record.at);
  }

  #giveUp(): void {
    this.isAlone = true;
    this.stop();
    this.#changed();
  }
}
