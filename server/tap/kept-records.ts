/**
 * Says what is kept of one trace, oldest first, for listeners that come later or fall behind. Bounded: the
 * oldest writes are forgotten first, and one record in their place says how many.
 */
import type { Header } from "../../protocol/script/action.ts";
import type { ConnectionRecord, DoorFact, TapRecord } from "../../trace/run/records.ts";
import { HEADER_OVERHEAD, MAX_TRACE_BYTES, MAX_TRACE_RECORDS, RECORD_OVERHEAD } from "../limits.ts";

type Forgotten = TapRecord & { kind: "forgotten" };

/** A record as this process holds it, with its bytes as they are; TapListener writes them as base64. */
export type RawRecord = ConnectionRecord<Uint8Array> | ({ at: number } & DoorFact);

/** `number` grows with each record of this server process, whichever its trace. */
export type NumberedRecord = { number: number; record: RawRecord | Forgotten };

export class KeptRecords {
  readonly #wake = new Set<() => void>();
  #kept: NumberedRecord[] = [];
  #bytes = 0;

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
    this.#kept.push({ number, record });
    this.#bytes += bytesOf(record);
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
    this.#kept = [...stays, { number, record: { kind: "forgotten", at, records } }];
    this.#kept.sort((a, b) => a.number - b.number);
    this.#bytes = this.#kept.reduce((sum, { record }) => sum + bytesOf(record), 0);
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
  for (const { record } of kept.toReversed()) {
    bytes += bytesOf(record);
    if (bytes > mostBytes || kept.length - cut >= mostRecords) break;
    cut--;
  }
  return kept.slice(cut);
}

function bytesOf(record: NumberedRecord["record"]): number {
  switch (record.kind) {
    case "write":
      return RECORD_OVERHEAD + record.bytes.length;
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
