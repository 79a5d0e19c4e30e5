/**
 * One listener of the tap: the records of one trace as an event stream, each turn's in one write. It
 * keeps nothing itself. A listener that reads slowly is told later, from what is kept, and what it
 * was too late for is told as forgotten.
 */
import type { FastifyReply } from "fastify";
import { encodeEvent } from "../protocol/event-stream/encoder.ts";
import type { TapRecord } from "../trace/records.ts";
import { now } from "./clock.ts";
import type { Kept, KeptRecords } from "./kept-records.ts";
import { Wire } from "./wire.ts";

/** A sign of life: who hears none for a while looks for another way. ms */
const ALIVE_EVERY = 1000;
/** Of one write, in bytes; what is more goes in the next. */
const MAX_BATCH = 64 * 1024;

export class TapListener {
  readonly #wire: Wire;
  readonly #boot: string;
  readonly #records: KeptRecords;
  readonly #forget: () => void;
  readonly #alive: NodeJS.Timeout;
  /** The number of the last record sent. */
  #heard: number;
  #isFlushing = false;
  #isHeldBack = false;

  constructor(reply: FastifyReply, boot: string, records: KeptRecords, heard: number) {
    this.#boot = boot;
    this.#records = records;
    this.#heard = heard;
    this.#wire = new Wire(reply, {
      drain: () => {
        this.#isHeldBack = false;
        this.#flushSoon();
      },
      leave: () => this.#letGo(),
    });
    this.#forget = records.onRecord(() => this.#flushSoon());
    this.#alive = setInterval(() => this.#send(event({ kind: "alive", at: now() })), ALIVE_EVERY);
    this.#alive.unref();
    this.#wire.head(200, [
      ["Content-Type", "text/event-stream"],
      ["Cache-Control", "no-cache, no-transform"], // whatever lies between must not hold it back
      ["X-Accel-Buffering", "no"],
    ]);
    this.#send(event({ kind: "boot", at: now(), boot }, `${boot}-${heard}`));
    this.#flush();
  }

  /** Settles when the listener has it all, or is gone. */
  get closed(): Promise<void> {
    return this.#wire.closed;
  }

  /** Tells what is left and ends the response. */
  end(): void {
    this.#flush();
    this.#letGo();
    this.#wire.end();
  }

  #letGo(): void {
    clearInterval(this.#alive);
    this.#forget();
  }

  #flushSoon(): void {
    if (this.#isFlushing || this.#isHeldBack) return;
    this.#isFlushing = true;
    setImmediate(() => this.#flush());
  }

  #flush(): void {
    this.#isFlushing = false;
    let batch: Uint8Array[] = [];
    let bytes = 0;
    let kept = this.#records.after(this.#heard);
    while (kept !== undefined && !this.#isHeldBack) {
      const next = event(asTold(kept), `${this.#boot}-${kept.number}`);
      batch.push(next);
      bytes += next.length;
      this.#heard = kept.number;
      kept = this.#records.after(this.#heard);
      if (kept === undefined || bytes > MAX_BATCH) {
        this.#send(Buffer.concat(batch));
        batch = [];
        bytes = 0;
      }
    }
  }

  #send(events: Uint8Array): void {
    if (this.#isHeldBack || this.#wire.isGone) return;
    this.#isHeldBack = !this.#wire.write(events);
  }
}

function asTold({ record }: Kept): TapRecord {
  if (record.kind !== "write") return record;
  const { buffer, byteOffset, byteLength } = record.bytes;
  return { ...record, bytes: Buffer.from(buffer, byteOffset, byteLength).toString("base64") };
}

function event(record: TapRecord, id?: string): Uint8Array {
  const data = JSON.stringify(record);
  return encodeEvent(id === undefined ? { data } : { id, data });
}
