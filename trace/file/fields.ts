/**
 * One object of a file that somebody hands in, read field by field. Nothing in it is believed: what is
 * not as it must be is told with its place, such as `records[12].bytes`.
 */
import { fromBase64 } from "./base64.ts";
import { TraceFileError } from "./trace-file-error.ts";

/** How an object is read. */
export type Reader<Value> = (fields: Fields) => Value;

/** A reader for each variant of `Union`, by its field `Key`: a new variant does not compile without one. */
export type Readers<Union, Key extends keyof Union> = {
  readonly [Name in Union[Key] & string]: Reader<Union>;
};

export class Fields {
  readonly #values: ReadonlyMap<string, unknown>;
  readonly #where: string;

  /** `where`: the object's own place in the file; "" for the outermost. */
  constructor(value: unknown, where = "") {
    if (typeof value !== "object" || value === null) throw damaged(where, "an object");
    this.#values = new Map<string, unknown>(Object.entries(value));
    this.#where = where;
  }

  text(name: string): string {
    const value = this.#values.get(name);
    return typeof value === "string" ? value : this.#fail(name, "text");
  }

  number(name: string): number {
    const value = this.#values.get(name);
    return typeof value === "number" ? value : this.#fail(name, "a number");
  }

  numberOrNull(name: string): number | null {
    return this.#values.get(name) === null ? null : this.number(name);
  }

  /** A whole number from 0. */
  count(name: string): number {
    const value = this.number(name);
    return Number.isSafeInteger(value) && value >= 0 ? value : this.#fail(name, "a count");
  }

  flag(name: string): boolean {
    const value = this.#values.get(name);
    return typeof value === "boolean" ? value : this.#fail(name, "true or false");
  }

  /** One of `choices`; `byDefault` where the field is left out. */
  oneOf<Choice extends string | number>(
    name: string,
    choices: readonly Choice[],
    byDefault?: Choice,
  ): Choice {
    const value = this.#values.get(name) ?? byDefault;
    const chosen = choices.find((choice) => choice === value);
    return chosen ?? this.#fail(name, `one of ${choices.join(", ")}`);
  }

  /** Bytes, which stand there in base64. */
  bytes(name: string): Uint8Array<ArrayBuffer> {
    return fromBase64(this.text(name)) ?? this.#fail(name, "base64");
  }

  /** The number of a port. */
  port(name: string): number {
    const value = this.count(name);
    return value <= 65_535 ? value : this.#fail(name, "a port");
  }

  /** What was asked for: a path, or a URL of http or https. It is copied, and asked for again. */
  url(name: string): string {
    const text = this.text(name);
    const isWeb = /^https?:$/.test(URL.parse(text, "http://localhost")?.protocol ?? "");
    return isWeb ? text : this.#fail(name, "a path, or a URL of http or https");
  }

  /** The fields of a head. */
  headers(name: string): (readonly [string, string])[] {
    return this.pairs(name).map(([field, value], index) =>
      /^[!#$%&'*+.^`|~\w-]+$/.test(field) && !/[\0\r\n]/.test(value)
        ? [field, value]
        : this.#fail(`${name}[${index}]`, "a header's name and its value of one line"),
    );
  }

  /** The object in that field. */
  object(name: string): Fields {
    return new Fields(this.#values.get(name), this.#at(name));
  }

  /** Every object of the list in that field, with how much of the list is read by then, from 0 to 1. */
  *objects(name: string): Generator<{ fields: Fields; read: number }> {
    const list = this.#list(name);
    for (const [index, value] of list.entries()) {
      const fields = new Fields(value, this.#at(`${name}[${index}]`));
      yield { fields, read: (index + 1) / list.length };
    }
  }

  /** The list in that field, of pairs of texts. */
  pairs(name: string): (readonly [string, string])[] {
    return this.#list(name).map((pair, index) => {
      const [first, second] = Array.isArray(pair) ? pair : [];
      if (typeof first === "string" && typeof second === "string") return [first, second];
      return this.#fail(`${name}[${index}]`, "two texts");
    });
  }

  /** This very object, read by what the text in its field `name` calls for. */
  by<Value>(name: string, readers: Readonly<Record<string, Reader<Value>>>): Value {
    const word = this.oneOf(name, Object.keys(readers));
    return readers[word]?.(this) ?? this.#fail(name, "known");
  }

  #list(name: string): unknown[] {
    const value = this.#values.get(name);
    return Array.isArray(value) ? value : this.#fail(name, "a list");
  }

  #at(name: string): string {
    return this.#where === "" ? name : `${this.#where}.${name}`;
  }

  #fail(name: string, needed: string): never {
    throw damaged(this.#at(name), needed);
  }
}

function damaged(where: string, needed: string): TraceFileError {
  return new TraceFileError({ kind: "damaged", where, needed });
}
