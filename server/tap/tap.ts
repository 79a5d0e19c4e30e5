/**
 * The tap: what this server did on the connections of each trace, told to whoever listens. What is
 * kept is bounded; of too many traces, or too many bytes, the one least lately added to is forgotten.
 */
import { randomBytes } from "node:crypto";
import type { ConnectionFact, DoorFact } from "../../trace/run/records.ts";
import { now } from "../http/clock.ts";
import { MAX_TAP_BYTES, MAX_TRACES } from "../limits.ts";
import { KeptRecords, type RawRecord } from "./kept-records.ts";
import { Slabs } from "./slab.ts";
import { toldHeaders, toldValue } from "./told-head.ts";

/** Tells what was done on one connection, and when. */
export type Tell = (fact: ConnectionFact<Uint8Array>, at: number) => void;

export class Tap {
  /** Names this process: a listener that knows another one has to begin anew. */
  readonly boot = randomBytes(6).toString("hex");
  /** The one least lately added to comes first. */
  readonly #traces = new Map<string, KeptRecords>();
  #newest = ""; // which of them comes last: it need not be put there again for each record
  readonly #slabs = new Slabs();
  #bytes = 0;
  readonly #mostBytes: number;
  readonly #mostTraces: number;
  readonly #whenFull: "drop" | "thin";
  #number = 0; // the last record has it

  /** @param whenFull "thin": a trace keeps what lasts, its heads and ends, and says what it lost; else it is forgotten */
  constructor(
    mostBytes = MAX_TAP_BYTES,
    mostTraces = MAX_TRACES,
    whenFull: "drop" | "thin" = "drop",
  ) {
    this.#mostBytes = mostBytes;
    this.#mostTraces = mostTraces;
    this.#whenFull = whenFull;
  }

  /** Returns where the player tells what it does on one connection. */
  connection(trace: string, lane: string, attempt: number): Tell {
    return (fact, at) => {
      const records = this.recordsOf(trace);
      if (trace !== this.#newest) {
        this.#traces.delete(trace);
        this.#traces.set(trace, records);
        this.#newest = trace;
      }
      this.#add(records, { ...bounded(fact), lane, attempt, at });
    };
  }

  /** Tells every trace what the door does. @param fact makes it one trace's own */
  door(fact: (trace: string) => DoorFact): void {
    const at = now();
    for (const [trace, records] of this.#traces) {
      this.#add(records, { at, ...fact(trace) });
    }
  }

  /** Returns the records of a trace; of one that is not known yet, those to come. */
  recordsOf(trace: string): KeptRecords {
    let records = this.#traces.get(trace);
    if (records === undefined) {
      this.#makeRoom();
      records = new KeptRecords(this.#slabs);
      this.#traces.set(trace, records);
      this.#newest = trace;
    }
    return records;
  }

  forget(trace: string): void {
    const records = this.#traces.get(trace);
    if (records === undefined) return;
    this.#bytes -= records.bytes;
    records.forgetAll();
    this.#traces.delete(trace);
  }

  /**
   * Returns the number of the last record that a listener heard.
   * @param lastEventId as it was sent, `<boot>-<number>`; of another boot it counts for nothing
   */
  heardUpTo(lastEventId: string): number {
    const [, boot, number] = /^([0-9a-f]+)-(\d+)$/.exec(lastEventId) ?? [];
    return boot === this.boot ? Number(number) : 0;
  }

  #makeRoom(): void {
    for (const [trace, records] of this.#traces) {
      if (this.#traces.size < this.#mostTraces) return;
      if (!records.isHeard) this.#drop(trace, records);
    }
  }

  #add(records: KeptRecords, record: RawRecord): void {
    const before = records.bytes;
    records.add(++this.#number, record);
    this.#bytes += records.bytes - before;
    for (const [trace, oldest] of this.#traces) {
      if (this.#bytes <= this.#mostBytes) return;
      if (this.#whenFull === "thin") this.#thin(oldest);
      else this.#drop(trace, oldest);
    }
  }

  #thin(records: KeptRecords): void {
    this.#bytes -= records.bytes;
    records.thin();
    this.#bytes += records.bytes;
  }

  /** One that somebody listens to stays, empty: what is still to come is told. */
  #drop(trace: string, records: KeptRecords): void {
    this.#bytes -= records.bytes;
    records.forgetAll();
    if (records.isHeard) this.#bytes += records.bytes;
    else this.#traces.delete(trace);
  }
}

/** Whatever somebody sends, a record of it has a bound. */
function bounded(fact: ConnectionFact<Uint8Array>): ConnectionFact<Uint8Array> {
  switch (fact.kind) {
    case "request":
      return { ...fact, url: toldValue(fact.url), headers: toldHeaders(fact.headers) };
    case "head":
      return { ...fact, headers: toldHeaders(fact.headers) };
    default:
      return fact;
  }
}
