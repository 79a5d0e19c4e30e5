/**
 * Keeps out of what is told of an answer what its request was sent as a secret: servers repeat it, in a body or a head.
 * In bytes it becomes as many `*`, so that sizes and offsets stay true. Known are credentials, keys, tokens and cookies
 * as they were sent; what a server makes of them, or escapes, is not.
 */
import { inPlaceOfSecrets, isSecret, REDACTED, readable } from "./redact.ts";
import type { Header } from "./script/action.ts";

/** What is shorter may be any word. Characters */
const LEAST = 6;
/** A cookie is a secret if it is called one, or as long as a session's name. Characters */
const LEAST_COOKIE = 16;

const STAR = 0x2a;

export class Secrets {
  readonly #texts: readonly string[];
  readonly #bytes: readonly Uint8Array[];

  /** @param headers of the request  @param url that it asked for */
  constructor(headers: Iterable<Header>, url: string) {
    const found = new Set<string>();
    for (const [name, value] of headers) {
      for (const secret of isSecret(name) ? secretsIn(name.toLowerCase(), value.trim()) : []) {
        found.add(secret);
      }
    }
    inPlaceOfSecrets(url, (value) => {
      found.add(value).add(readable(value));
      return "";
    });
    const isOne = (text: string) => text.length >= LEAST && text !== REDACTED;
    // One may be the beginning of another.
    this.#texts = [...found].filter(isOne).sort((a, b) => b.length - a.length);
    this.#bytes = this.#texts.map((text) => new TextEncoder().encode(text));
  }

  /** Takes the secrets out of a header's value, or of a URL. */
  outOfHead(value: string): string {
    return this.#texts.reduce((told, secret) => told.replaceAll(secret, REDACTED), value);
  }

  /** Text that came in a body: as many bytes. */
  outOfText(text: string): string {
    return this.#texts.reduce(
      (told, secret, at) => told.replaceAll(secret, "*".repeat(this.#bytes[at]?.length ?? 0)),
      text,
    );
  }

  /**
   * A body's bytes on their way to `tell`, read by read, each with its own time. Where what has come ends as a secret
   * may begin, the reads that hold that beginning wait for the next one, and no others: so few bytes wait.
   */
  outOfBody(tell: (bytes: Uint8Array, at: number) => void): {
    push(bytes: Uint8Array, at: number): void;
    end(): void;
  } {
    const [longest] = this.#bytes;
    if (longest === undefined) return { push: tell, end() {} };
    let before: Uint8Array = new Uint8Array(0); // what was told last: a secret may reach on from it
    let waiting: { bytes: Uint8Array; at: number }[] = [];
    const tellUpTo = (mayBegin: (all: Uint8Array) => number) => {
      const all = joined([before, ...waiting.map(({ bytes }) => bytes)]);
      const told = this.#masked(all);
      const safe = mayBegin(all);
      let to = before.length;
      let end = to;
      waiting = waiting.filter(({ bytes, at }) => {
        const from = to;
        to += bytes.length;
        if (to > safe) return true;
        end = to;
        tell(told === all ? bytes : told.slice(from, to), at);
        return false;
      });
      before = all.slice(Math.max(0, end - longest.length + 1), end);
    };
    return {
      push: (bytes, at) => {
        waiting.push({ bytes, at });
        tellUpTo((all) => this.#mayBeginAt(all));
      },
      end: () => tellUpTo(({ length }) => length),
    };
  }

  /** The same where there is none. */
  #masked(bytes: Uint8Array): Uint8Array {
    let told = bytes;
    for (const secret of this.#bytes) {
      for (let at = find(told, secret, 0); at !== -1; at = find(told, secret, at)) {
        if (told === bytes) told = new Uint8Array(bytes); // the bytes are somebody else's
        told.fill(STAR, at, at + secret.length);
      }
    }
    return told;
  }

  /** Where, at their end, a secret may have begun; their length where none has. */
  #mayBeginAt(bytes: Uint8Array): number {
    const { length } = bytes;
    const begins = this.#bytes.map((secret) => {
      let at = Math.max(0, length - secret.length + 1);
      while (at < length && !isAt(bytes, secret, at, length - at)) at++;
      return at;
    });
    return Math.min(length, ...begins);
  }
}

/** Finds what is secret in a header. @param name in lower case */
function* secretsIn(name: string, value: string): Generator<string> {
  if (name === "cookie") {
    for (const pair of value.split(/;\s*/)) {
      const [, cookie = "", held = ""] = /^([^=]*)=(.*)$/.exec(pair) ?? [];
      if (held.length < LEAST_COOKIE && !isSecret(cookie)) continue;
      yield held;
      yield readable(held);
    }
    return;
  }
  const [, scheme, credentials] = /^(\w+) +(.+)$/.exec(value) ?? [];
  if (!/authorization$/.test(name) || credentials === undefined) return yield value;
  yield credentials;
  if (scheme?.toLowerCase() === "basic") yield passwordIn(credentials);
}

/** Returns the password of RFC 7617; "" where there is none. */
function passwordIn(credentials: string): string {
  try {
    return atob(credentials).replace(/^[^:]*:/, "");
  } catch {
    return "";
  }
}

function find(bytes: Uint8Array, wanted: Uint8Array, from: number): number {
  const [first = 0] = wanted;
  for (let at = bytes.indexOf(first, from); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (isAt(bytes, wanted, at, wanted.length)) return at;
  }
  return -1;
}

/** Whether the first `length` of the wanted bytes stand there. */
function isAt(bytes: Uint8Array, wanted: Uint8Array, at: number, length: number): boolean {
  for (let index = 0; index < length; index++) {
    if (bytes[at + index] !== wanted[index]) return false;
  }
  return true;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const [only = new Uint8Array(0), ...more] = pieces;
  if (more.length === 0) return only;
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
