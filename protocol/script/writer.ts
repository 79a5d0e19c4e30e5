/**
 * Lines → writes: gathers the lines of one write, fills them in when it is made, and keeps writes as
 * far apart as `@cut` and `@chunk` want.
 */
import type { Action } from "./action.ts";
import { WRITES_APART } from "./directives/chunk.ts";
import type { Settings } from "./settings.ts";

const LF = 0x0a;
const CR = 0x0d;

export class Writer {
  readonly #settings: Settings;
  readonly #encoder = new TextEncoder();
  /** The lines of the write that is open. */
  #texts: (() => string)[] = [];
  #line = 0; // the write began there in the script
  /** ms of pauses since the last write; there is nothing to keep apart from before the first. */
  #sinceWrite = Infinity;
  /** ms that the next write has to come after the last. */
  #cut = 0;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  /** Adds a line, its end included, to the write that is open. `text` is asked when the write is made. */
  add(line: number, text: () => string): void {
    if (this.#texts.length === 0) this.#line = line;
    this.#texts.push(text);
  }

  /** Ends the write that is open, if one is. */
  *flush(): Generator<Action, void> {
    if (this.#texts.length === 0) return;
    yield* this.#keepApart(); // first, so that {{now}} is the time of the write
    const texts = this.#texts;
    this.#texts = [];
    yield* this.bytes(this.#line, this.#encoder.encode(texts.map((text) => text()).join("")));
  }

  /** Writes bytes, in pieces where `@chunk` is in force. */
  *bytes(line: number, bytes: Uint8Array): Generator<Action, void> {
    const size = this.#settings.chunk?.size ?? bytes.length;
    for (let start = 0; start < bytes.length; start += size) {
      yield* this.#keepApart();
      const end = Math.min(start + size, bytes.length);
      const insideLine = stopsInsideLine(bytes, end);
      this.#sinceWrite = 0;
      this.#cut = 0;
      yield { kind: "write", bytes: bytes.subarray(start, end), line, insideLine };
    }
  }

  *wait(ms: number): Generator<Action, void> {
    this.#sinceWrite += ms;
    yield { kind: "wait", ms };
  }

  /** What follows is another write, a little later. */
  cut(): void {
    this.#cut = WRITES_APART;
  }

  *#keepApart(): Generator<Action, void> {
    const rest = Math.max(this.#cut, this.#settings.chunk?.every ?? 0) - this.#sinceWrite;
    if (rest > 0) yield* this.wait(rest);
  }
}

/** Tells whether the bytes before `end` leave a line open; between CR and LF one still is. */
function stopsInsideLine(bytes: Uint8Array, end: number): boolean {
  const last = bytes[end - 1];
  return last !== LF && (last !== CR || bytes[end] === LF);
}
