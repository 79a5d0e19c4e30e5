/**
 * One listener of the tap: the records of one trace as an event stream, each turn's in one event, since
 * an event costs the page far more than a line. It keeps nothing itself. A listener that reads slowly is
 * told later, from what is kept, and what it was too late for is told as forgotten.
 */
import type { FastifyReply } from "fastify";
import { encodeEvent } from "../../protocol/event-stream/encoder.ts";
import type { TapLine, TapRecord } from "../../trace/run/records.ts";
import { now } from "../http/clock.ts";
import { Wire } from "../wire/wire.ts";
import type { KeptRecords, NumberedRecord } from "./kept-records.ts";

const ALIVE_EVERY = 1000; // ms; a page that hears none for a while looks for another way
const MAX_BATCH = 64 * 1024; // UTF-16 units of one event's data; what is more goes in the next

export class TapListener {
  readonly #wire: Wire;
  readonly #boot: string;
  readonly #records: KeptRecords;
  readonly #forget: () => void;
  readonly #alive: NodeJS.Timeout;
  #heard: number; // the number of the last record sent
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
    this.#alive = setInterval(() => this.#tell({ kind: "alive", at: now() }), ALIVE_EVERY);
    this.#alive.unref();
    this.#wire.head(200, [
      ["Content-Type", "text/event-stream"],
      ["Cache-Control", "no-cache, no-transform"], // whatever lies between must not hold it back
      ["X-Accel-Buffering", "no"],
    ]);
    this.#tell({ kind: "boot", at: now(), boot }, heard);
    this.#flush();
  }

  /** Settles when the listener has it all, or is gone. */
  get closed(): Promise<void> {
    return this.#wire.closed;
  }

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
    if (this.#isHeldBack) return;
    let lines: string[] = [];
    let length = 0;
    const send = () => {
      this.#send(encodeEvent({ id: this.#id(this.#heard), data: lines.join("\n") }));
      lines = [];
      length = 0;
    };
    for (const { number, record } of this.#records.after(this.#heard)) {
      const line = asLine({ number, record: asTold(record) });
      lines.push(line);
      length += line.length;
      this.#heard = number;
      if (length <= MAX_BATCH) continue;
      send();
      if (this.#isHeldBack) return;
    }
    if (lines.length > 0) send();
  }

  /** Tells this listener alone. @param heard what it is known to have heard so far, where that is to be its id */
  #tell(record: TapRecord, heard?: number): void {
    const data = asLine({ number: 0, record });
    this.#send(encodeEvent(heard === undefined ? { data } : { id: this.#id(heard), data }));
  }

  #id(number: number): string {
    return `${this.#boot}-${number}`;
  }

  #send(event: Uint8Array): void {
    if (this.#isHeldBack || this.#wire.isGone) return;
    this.#isHeldBack = !this.#wire.write(event);
  }
}

function asLine(line: TapLine): string {
  return JSON.stringify(line);
}

function asTold(record: NumberedRecord["record"]): TapRecord {
  if (record.kind !== "write") return record;
  const { buffer, byteOffset, byteLength } = record.bytes;
  return { ...record, bytes: Buffer.from(buffer, byteOffset, byteLength).toString("base64") };
}
