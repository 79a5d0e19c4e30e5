/**
 * One attempt of a lane, seen from both sides: what the page saw, and the server connections that it
 * was made of. Usually that is one; none where a proxy answered by itself; several where the browser
 * repeated a request that was cut before its first byte (Firefox up to ten times; docs/facts.md, 5).
 */
import type { Connection, Write, WrittenEvent } from "./connection.ts";
import { compression, type Head } from "./head.ts";
import { Matching, type Passage } from "./matching.ts";
import type { ArrivedEvent, Chunk, Ending, Reception } from "./reception.ts";
import type { BrowserRecord } from "./records.ts";
import { countUntil } from "./search.ts";

const nothingWritten: readonly WrittenEvent[] = [];
const noWrites: readonly Write[] = [];

export class AttemptView {
  readonly number: number;
  readonly reception: Reception;
  readonly #isTold: () => boolean;
  #connections: readonly Connection[] = [];
  #matching: Matching;

  constructor(number: number, reception: Reception, isTold: () => boolean) {
    this.number = number;
    this.reception = reception;
    this.#isTold = isTold;
    this.#matching = new Matching(nothingWritten, reception.arrived);
  }

  /** Has every server connection of this attempt, the first one first. */
  get connections(): readonly Connection[] {
    return this.#connections;
  }

  set connections(connections: readonly Connection[]) {
    const before = this.connection;
    this.#connections = connections;
    if (this.connection === before) return;
    this.#matching = new Matching(this.written, this.reception.arrived);
  }

  /** Returns the connection that delivered: a repeat comes only after the one before was cut. */
  get connection(): Connection | null {
    return this.#connections.at(-1) ?? null;
  }

  /** Whether anything is known of the server's side; else that it heard nothing is not known either. */
  get isTold(): boolean {
    return this.connection !== null || this.#isTold();
  }

  /** What the server wrote, as events and as calls. */
  get written(): readonly WrittenEvent[] {
    return this.connection?.written ?? nothingWritten;
  }

  get writes(): readonly Write[] {
    return this.connection?.writes ?? noWrites;
  }

  /** What reached the page; only fetch shows its chunks. */
  get arrived(): readonly ArrivedEvent[] {
    return this.reception.arrived;
  }

  get chunks(): readonly Chunk[] {
    return this.reception.chunks;
  }

  get passages(): readonly Passage[] {
    return this.#matched().passages;
  }

  /** The written event that arrival `index` is; `null` while, or because, that is not known. */
  writtenFor(index: number): WrittenEvent | null {
    return this.#matched().writtenFor[index] ?? null;
  }

  /** Returns how long arrival `index` was on its way, ms; `null` while, or because, its write is not known. */
  lag(index: number): number | null {
    const arrival = this.arrived[index];
    const event = this.writtenFor(index);
    return arrival && event ? arrival.arrivedAt - event.writtenAt : null;
  }

  /**
   * Returns which arrival a dispatch record is, from 0; `null` where it is none. Of those that came in the same
   * instant and are alike the first is taken: they were on their way for the same time.
   */
  arrivalOf({ at, type, data }: Extract<BrowserRecord, { kind: "dispatch" }>): number | null {
    const { arrived } = this;
    let found: number | null = null;
    for (let index = countUntil(arrived, at, (event) => event.arrivedAt) - 1; index >= 0; index--) {
      const event = arrived[index];
      if (event === undefined || event.arrivedAt !== at) break;
      if (event.type === type && event.data === data) found = index;
    }
    return found;
  }

  /** Says when `open`, or fetch's response head, came. ms since the run began */
  get announcedAt(): number | null {
    return this.reception.announcedAt;
  }

  get firstEventAt(): number | null {
    return this.arrived[0]?.arrivedAt ?? null;
  }

  /** How the page saw it end; `null` while it goes on. */
  get ending(): Ending | null {
    return this.reception.ending;
  }

  /** Returns the response head: as it arrived where the page can read it, else as the server sent it. */
  get head(): Head | null {
    return this.reception.head ?? this.connection?.head ?? null;
  }

  /** The compression that the response arrived in; `null` for none, and where the page cannot see it. */
  get coding(): string | null {
    return this.reception.head && compression(this.reception.head);
  }

  #matched(): Matching {
    const complete = this.connection !== null && this.connection.end !== null;
    this.#matching.update(complete);
    return this.#matching;
  }
}
