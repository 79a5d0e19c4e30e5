/**
 * Says what is kept of one trace, oldest first, for listeners that come later or fall behind. Bounded: the
 * oldest writes are forgotten first, and one record in their place says how many.
 */
import type { Header } from "../../protocol/script/action.ts";
import type { ConnectionRecord, DoorFact, TapRecord } from "../../trace/run/records.ts";
import { HEADER_OVERHEAD, MAX_TRACE_BYTES, MAX_TRACE_RECORDS, RECORD_OVERHEAD } from "../limits.ts";
import { type Numbered, Slab, type Slabs, type WriteRecord } from "./slab.ts";

type Forgotten = TapRecord & { kind: "forgotten" };

/** A record as this process holds it, with its bytes as they are; TapListener writes them as base64. */
export type RawRecord = ConnectionRecord<Uint8Array> | ({ at: number } & DoorFact);
type Other = Exclude<RawRecord, WriteRecord> | Forgotten;

export type NumberedRecord = Numbered<RawRecord | Forgotten>;
/** `takes`: bytes of memory. */
type NumberedOther = Numbered<Other> & { takes: number };
/** What is kept, or forgotten, as a whole. */
type Kept = Slab | NumberedOther;

export class KeptRecords {
  readonly #wake = new Set<() => void>();
  readonly #slabs: Slabs;
  /** Writes, and what is none: both by number. */
  #writes: Slab[] = [];
  #others: NumberedOther[] = [];
  #records = 0;
  #bytes = 0;

  constructor(slabs: Slabs) {
    this.#slabs = slabs;
  }

  get isHeard(): boolean {
    return this.#wake.size > 0;
  }

  /** What they take in memory, as far as it is counted: whole slabs, and for what is no write as RECORD_OVERHEAD has it. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Calls `wake` after each record. Returns what ends that. */
  onRecord(wake: () => void): () => void {
    this.#wake.add(wake);
    return () => this.#wake.delete(wake);
  }

  add(number: number, record: RawRecord): void {
    if (record.kind === "write") this.#addWrite(number, record);
    else this.#addOther(number, record);
    this.#records++;
    if (this.#records > MAX_TRACE_RECORDS || this.#bytes > MAX_TRACE_BYTES) this.#forget();
    for (const wake of this.#wake) wake();
  }

  /** What came after that number. Whoever is told of a write reads its bytes at once: they are true until it is forgotten. */
  *after(number: number): Generator<NumberedRecord> {
    let next = this.#others.findLastIndex((other) => other.number <= number) + 1;
    for (const slab of this.#writes) {
      if (slab.number <= number) continue;
      for (const write of slab.after(number)) {
        let other = this.#others[next];
        while (other !== undefined && other.number < write.number) {
          yield other;
          other = this.#others[++next];
        }
        yield write;
      }
    }
    yield* this.#others.slice(next);
  }

  /** Forgets all, and says so to whoever has not heard them yet. */
  forgetAll(): void {
    if (this.#records > 0) this.#keepOnly([]);
  }

  /** Keeps the newest half of what there is, as far as slabs let it, and the rest but the writes. */
  thin(): void {
    this.#forget(this.#records, this.#bytes);
  }

  #addWrite(number: number, record: WriteRecord): void {
    let slab = this.#writes.at(-1);
    if (slab?.hasRoomFor(record) !== true) {
      slab = this.#slabs.takeFor(record);
      this.#writes.push(slab);
      this.#bytes += slab.takes;
    }
    slab.add(number, record);
  }

  #addOther(number: number, record: Other): void {
    const takes = bytesOf(record);
    this.#others.push({ number, record, takes });
    this.#bytes += takes;
  }

  /** Keeps the newest half of what may be kept, and of what was before it the newest but the writes. */
  #forget(records = MAX_TRACE_RECORDS, bytes = MAX_TRACE_BYTES): void {
    const all = [...this.#writes, ...this.#others].sort((a, b) => a.number - b.number);
    const recent = newest(all, records / 2, bytes / 2);
    const old = all.slice(0, all.length - recent.length);
    // A client that asks again and again has a lot of them: then its oldest go too.
    const lasting = newest(old.filter(isLasting), MAX_TRACE_RECORDS / 4, MAX_TRACE_BYTES / 4);
    this.#keepOnly([...lasting, ...recent]);
  }

  /** One record says how many are gone, in the place of the last of them. */
  #keepOnly(those: readonly Kept[]): void {
    const stays = new Set(those);
    const gone = [...this.#writes, ...this.#others].filter((one) => !stays.has(one));
    if (gone.length === 0) return;
    const { number, at } = gone.map(endOf).reduce((a, b) => (a.number > b.number ? a : b));
    const records = gone.reduce((sum, one) => sum + standsFor(one), 0);
    this.#writes = this.#writes.filter((slab) => stays.has(slab));
    this.#others = this.#others.filter((other) => stays.has(other));
    this.#addOther(number, { kind: "forgotten", at, records });
    this.#others.sort((a, b) => a.number - b.number);
    const left = [...this.#writes, ...this.#others];
    this.#records = left.reduce((sum, one) => sum + countOf(one), 0);
    this.#bytes = left.reduce((sum, { takes }) => sum + takes, 0);
    for (const one of gone) if (one instanceof Slab) this.#slabs.giveBack(one);
  }
}

/** Returns the last ones, so many records and so many bytes at the most. */
function newest(kept: readonly Kept[], mostRecords: number, mostBytes: number): Kept[] {
  let cut = kept.length;
  let [records, bytes] = [0, 0];
  for (const one of kept.toReversed()) {
    records += countOf(one);
    bytes += one.takes;
    if (bytes > mostBytes || records > mostRecords) break;
    cut--;
  }
  return kept.slice(cut);
}

function countOf(one: Kept): number {
  return one instanceof Slab ? one.records : 1;
}

/** How many records it stands for: one that says how many are gone, for those. */
function standsFor(one: Kept): number {
  return !(one instanceof Slab) && one.record.kind === "forgotten"
    ? one.record.records
    : countOf(one);
}

function endOf(one: Kept): { number: number; at: number } {
  return { number: one.number, at: one instanceof Slab ? one.at : one.record.at };
}

/** Whether it stays where what was about it is forgotten. */
function isLasting(one: Kept): boolean {
  return !(one instanceof Slab) && one.record.kind !== "packed" && one.record.kind !== "forgotten";
}

/** What a record takes that is no write. */
function bytesOf(record: Other): number {
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
