/**
 * What is kept of one trace, oldest first, for listeners that come later or fall behind. Bounded: the
 * oldest writes are forgotten first, and one record in their place says how many.
 */
import type { ConnectionRecord, DoorFact, TapRecord } from "../../trace/run/records.ts";
import { MAX_TRACE_BYTES, MAX_TRACE_RECORDS } from "../limits.ts";

export type Forgotten = TapRecord & { kind: "forgotten" };

/** What is told to a trace: of one connection, or of the door. */
export type Told = ConnectionRecord<Uint8Array> | ({ at: number } & DoorFact);

/** `number` grows with each record of this server process, whichever its trace. */
export type Kept = { number: number; record: Told | Forgotten };

export class KeptRecords {
  readonly #wake = new Set<() => void>();
  #kept: Kept[] = [];
  #bytes = 0;

  /** Whether somebody listens. */
  get isHeard(): boolean {
    return this.#wake.size > 0;
  }

  /** Calls `wake` after each record. Returns what ends that. */
  onRecord(wake: () => void): () => void {
    this.#wake.add(wake);
    return () => this.#wake.delete(wake);
  }

  add(number: number, record: Told): void {
    this.#kept.push({ number, record });
    this.#bytes += bytesOf(record);
    if (this.#kept.length > MAX_TRACE_RECORDS || this.#bytes > MAX_TRACE_BYTES) this.#forget();
    for (const wake of this.#wake) wake();
  }

  /** The first record whose number is greater. */
  after(number: number): Kept | undefined {
    let [from, to] = [0, this.#kept.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((this.#kept[middle]?.number ?? Infinity) > number) to = middle;
      else from = middle + 1;
    }
    return this.#kept[from];
  }

  /** Keeps the newest half of what may be kept, and of what was before it all but the writes. */
  #forget(): void {
    let cut = this.#kept.length;
    let bytes = 0;
    for (const { record } of this.#kept.toReversed()) {
      bytes += bytesOf(record);
      if (bytes > MAX_TRACE_BYTES / 2 || this.#kept.length - cut >= MAX_TRACE_RECORDS / 2) break;
      cut--;
    }
    const [old, recent] = [this.#kept.slice(0, cut), this.#kept.slice(cut)];
    // A client that asks again and again has a lot of other records: then its oldest go too.
    const lasting = new Set(old.filter(isLasting).slice(-MAX_TRACE_RECORDS / 4));
    const gone = old.filter((kept) => !lasting.has(kept));
    let records = 0;
    for (const { record } of gone) records += record.kind === "forgotten" ? record.records : 1;
    const { number = 0, record: { at = 0 } = {} } = gone.at(-1) ?? {};
    const kept: Kept[] = [...lasting, { number, record: { kind: "forgotten", at, records } }];
    kept.sort((a, b) => a.number - b.number);
    this.#kept = [...kept, ...recent];
    this.#bytes = recent.reduce((sum, { record }) => sum + bytesOf(record), 0);
  }
}

function isLasting({ record: { kind } }: Kept): boolean {
  return kind !== "write" && kind !== "forgotten";
}

function bytesOf(record: Kept["record"]): number {
  return record.kind === "write" ? record.bytes.length : 0;
}
