/**
 * The tap: what this server did on the connections of each trace, told to whoever listens. What is
 * kept is bounded; of too many traces the one least lately added to is forgotten.
 */
import { randomBytes } from "node:crypto";
import type { DoorFact } from "../../trace/run/records.ts";
import { now } from "../http/clock.ts";
import { MAX_TRACES } from "../limits.ts";
import type { Tell } from "../play/player.ts";
import { KeptRecords } from "./kept-records.ts";

export class Tap {
  /** Of this process: a listener that knows another one has to begin anew. */
  readonly boot = randomBytes(6).toString("hex");
  readonly #traces = new Map<string, KeptRecords>();
  /** Of the last record. */
  #number = 0;

  /** Where the player tells what it does on one connection. */
  connection(trace: string, lane: string, attempt: number): Tell {
    const records = this.recordsOf(trace);
    this.#traces.delete(trace);
    this.#traces.set(trace, records); // as the one most lately used
    return (fact, at) => {
      this.recordsOf(trace).add(++this.#number, { lane, attempt, at, ...fact });
    };
  }

  /** Tells every trace of the door. `fact`: for one trace. */
  door(fact: (trace: string) => DoorFact): void {
    const at = now();
    for (const [trace, records] of this.#traces) {
      records.add(++this.#number, { at, ...fact(trace) });
    }
  }

  /** The records of a trace; of one that is not known yet, those to come. */
  recordsOf(trace: string): KeptRecords {
    let records = this.#traces.get(trace);
    if (records === undefined) {
      this.#makeRoom();
      records = new KeptRecords();
      this.#traces.set(trace, records);
    }
    return records;
  }

  /**
   * The number of the last record that a listener heard.
   * @param lastEventId as it was sent, `<boot>-<number>`; of another boot it counts for nothing
   */
  heardUpTo(lastEventId: string): number {
    const [, boot, number] = /^([0-9a-f]+)-(\d+)$/.exec(lastEventId) ?? [];
    return boot === this.boot ? Number(number) : 0;
  }

  #makeRoom(): void {
    for (const [trace, records] of this.#traces) {
      if (this.#traces.size < MAX_TRACES) return;
      if (!records.isHeard) this.#traces.delete(trace);
    }
  }
}
