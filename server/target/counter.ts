/** Counts what has come whole of a stream: events, or lines that are not blank where it has none. */
import { BufferLimitError, createParser } from "../../protocol/event-stream/parser.ts";
import { MAX_COUNTED_EVENT } from "../limits.ts";

export interface Counter {
  readonly count: number;
  push(bytes: Uint8Array): void;
}

export function eventCounter(): Counter {
  let count = 0;
  let isLost = false;
  const parser = createParser({ dispatch: () => count++ }, { maxBuffered: MAX_COUNTED_EVENT });
  return {
    get count() {
      return count;
    },
    push(bytes) {
      if (isLost) return;
      try {
        parser.push(bytes);
      } catch (error) {
        if (!(error instanceof BufferLimitError)) throw error;
        isLost = true;
      }
    },
  };
}

const LF = 0x0a;

export function lineCounter(): Counter {
  let count = 0;
  let isBlank = true;
  return {
    get count() {
      return count;
    },
    push(bytes) {
      for (const byte of bytes) {
        if (byte === LF && !isBlank) count++;
        if (byte === LF) isBlank = true;
        else if (byte > 0x20) isBlank = false;
      }
    },
  };
}
