/**
 * Says what is kept of one trace, oldest first, for listeners that come later or fall behind. Bounded: the
 * oldest writes are forgotten first, and one record in their place says how many.
 */
import type { Header } from "../../protocol/script/action.ts";
import type { ConnectionRecord, DoorFact, TapRecord } from "../../trace/run/records.ts";
import { HEADER_OVERHEAD, MAX_TRACE_BYTES, MAX_TRACE_RECORDS, RECORD_OVERHEAD } from "../limits.ts";
import { KeptBytes, type Slabs } from "./kept-bytes.ts";

type Forgotten = TapRecord & { kind: "forgotten" };

/** A record as this process holds it, with its bytes as they are; TapListener writes them as base64. */
export type RawRecord = ConnectionRecord<Uint8Array> | ({ at: number } & DoorFact);

/**
 * `number` grows with each record of this server process, whichever its trace; `takes` is what it takes in memory. A
 * write's bytes are true until this is forgotten: whoever is told of a record reads it at once.
 */
export type NumberedRecord = { number: number; record: RawRecord | Forgotten; takes: number };

export class KeptRecords {
  readonly #wake = new Set<() => void>();
  readonly #keptBytes: KeptBytes;
  #kept: NumberedRecord[] = [];
  #bytes = 0;

  constructor(slabs: Slabs) {
    this.#keptBytes = new KeptBytes(slabs);
  }

  get isHeard(): boolean {
    return this.#wake.size > 0;
  }

  /** What they take in memory, as RECORD_OVERHEAD has it. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Calls `wake` after each record. Returns what ends that. */
  onRecord(wake: () => void): () => void {
    this.#wake.add(wake);
    return () => this.#wake.delete(wake);
  }

  add(number: number, record: RawRecord): void {
    const kept = this.#keep(number, record);
    this.#kept.push(kept);
    this.#bytes += kept.takes;
    if (this.#kept.length > MAX_TRACE_RECORDS || this.#bytes > MAX_TRACE_BYTES) this.#forget();
    for (const wake of this.#wake) wake();
  }

  after(number: number): NumberedRecord | undefined {
    let [from, to] = [0, this.#kept.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((this.#kept[middle]?.number ?? Infinity) > number) to = middle;
      else from = middle + 1;
    }
    return this.#kept[from];
  }

  /** Forgets all, and says so to whoever has not heard them yet. */
  forgetAll(): void {
    if (this.#kept.length > 0) this.#leaveOut(this.#kept, []);
  }

  /** Keeps the newest half of what there is, and the rest but the writes. */
  thin(): void {
    this.#forget(this.#kept.length, this.#bytes);
  }

  #keep(number: number, record: RawRecord): NumberedRecord {
    if (record.kind !== "write") return { number, record, takes: overheadOf(record) };
    const { bytes, takes } = this.#keptBytes.keep(record.bytes);
    return { number, record: { ...record, bytes }, takes: overheadOf(record) + takes };
  }

  /** Keeps the newest half of what may be kept, and of what was before it the newest but the writes. */
  #forget(records = MAX_TRACE_RECORDS, bytes = MAX_TRACE_BYTES): void {
    const recent = newest(this.#kept, records / 2, bytes / 2);
    const old = this.#kept.slice(0, this.#kept.length - recent.length);
    const others = old.filter(
      ({ record: { kind } }) => kind !== "write" && kind !== "packed" && kind !== "forgotten",
    );
    // A client that asks again and again has a lot of them: then its oldest go too.
    const lasting = newest(others, MAX_TRACE_RECORDS / 4, MAX_TRACE_BYTES / 4);
    const stays = new Set(lasting);
    this.#leaveOut(
      old.filter((kept) => !stays.has(kept)),
      [...lasting, ...recent],
    );
  }

  /** One record says how many are gone, in the place of the last of them. */
  #leaveOut(gone: readonly NumberedRecord[], stays: NumberedRecord[]): void {
    let records = 0;
    for (const { record } of gone) records += record.kind === "forgotten" ? record.records : 1;
    const { number = 0, record: { at = 0 } = {} } = gone.at(-1) ?? {};
    const record: Forgotten = { kind: "forgotten", at, records };
    this.#kept = [...stays, { number, record, takes: overheadOf(record) }];
    this.#kept.sort((a, b) => a.number - b.number);
    this.#bytes = this.#kept.reduce((sum, { takes }) => sum + takes, 0);
    this.#keptBytes.keepOnly(
      this.#kept.flatMap(({ record }) => (record.kind === "write" ? [record.bytes] : [])),
    );
  }
}

/** Returns the last records, so many and so many bytes at the most. */
function newest(
  kept: readonly NumberedRecord[],
  mostRecords: number,
  mostBytes: number,
): NumberedRecord[] {
  let cut = kept.length;
  let bytes = 0;
  for (const { takes } of kept.toReversed()) {
    bytes += takes;
    if (bytes > mostBytes || kept.length - cut >= mostRecords) break;
    cut--;
  }
  return kept.slice(cut);
}

/** What a record takes beside the bytes of a write. */
function overheadOf(record: NumberedRecord["record"]): number {
  switch (record.kind) {
    case "request":
      return RECORD_OVERHEAD + record.url.length + sizeOf(record.headers);
    case "head":
      return RECORD_OVERHEAD + sizeOf(record.headers);
    case "note":
      return RECORD_OVERHEAD + JSON.stringify(record.note).length;
    default:
      return RECORD_OVERHEAD;
  }
}

function sizeOf(headers: readonly Header[]): number {
  return headers.reduce(
    (sum, [name, value]) => sum + HEADER_OVERHEAD + name.length + value.length,
    0,
  );
}
