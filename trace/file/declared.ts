/**
 * Holds what stands in a file to what is declared, and tells the first place that is not so, such as
 * `records[12].bytes`. TypeBox's own checks are not used here: those that are fast evaluate strings, which
 * the built page forbids, and the others took 14 times as long for a run of 20 000 attempts.
 */
import * as Type from "typebox";
import { TraceFileError } from "./trace-file-error.ts";

/** The first place that is not as declared, below that of the value; and what must stand there. */
type Misfit = { readonly below: string; readonly needed: string };

type Test = (value: unknown) => Misfit | undefined;

export class Declared<Schema extends Type.TSchema> {
  readonly #test: Test;

  constructor(schema: Schema) {
    this.#test = testOf(schema);
  }

  /**
   * Returns `value` as what it is declared to be.
   * @param where its own place in the file; "" for the outermost
   * @throws {TraceFileError} where it is not that
   */
  read(value: unknown, where: string): Type.Static<Schema> {
    if (this.#is(value)) return value;
    const { below, needed } = this.#test(value) ?? { below: "", needed: "" };
    throw new TraceFileError({
      kind: "damaged",
      where: `${where}${below}`.replace(/^\./, ""),
      needed,
    });
  }

  #is(value: unknown): value is Type.Static<Schema> {
    return this.#test(value) === undefined;
  }
}

function testOf(schema: Type.TSchema): Test {
  if (Type.IsObject(schema)) return testOfObject(schema);
  if (Type.IsArray(schema)) return testOfList(testOf(schema.items));
  if (Type.IsUnion(schema)) {
    const variants = schema.anyOf.filter(Type.IsObject);
    if (variants.length === schema.anyOf.length) return testOfVariants(variants);
  }
  const misfit = { below: "", needed: needed(schema) };
  const fits = fitsOf(schema);
  return (value) => (fits(value) ? undefined : misfit);
}

/** Tells whether a value is of a type that has no fields or items to be told one by one. */
function fitsOf(schema: Type.TSchema): (value: unknown) => boolean {
  const isOfType = typeOf(schema);
  const refinements = Type.IsRefine(schema) ? schema["~refine"] : [];
  return (value) => isOfType(value) && refinements.every(({ check }) => check(value));
}

function typeOf(schema: Type.TSchema): (value: unknown) => boolean {
  if (Type.IsString(schema)) return (value) => typeof value === "string";
  if (Type.IsNumber(schema)) return (value) => typeof value === "number";
  if (Type.IsInteger(schema)) return Number.isInteger;
  if (Type.IsBoolean(schema)) return (value) => typeof value === "boolean";
  if (Type.IsNull(schema)) return (value) => value === null;
  if (Type.IsEnum(schema)) return (value) => schema.enum.some((choice) => choice === value);
  if (Type.IsTuple(schema)) {
    const items = schema.items.map(fitsOf);
    return (value) =>
      Array.isArray(value) &&
      value.length === items.length &&
      items.every((fits, index) => fits(value[index]));
  }
  if (Type.IsUnion(schema)) {
    const choices = schema.anyOf.map(fitsOf);
    return (value) => choices.some((fits) => fits(value));
  }
  if (Type.IsLiteral(schema)) return (value) => value === schema.const;
  return () => true; // unknown; its refinement tells
}

function testOfList(item: Test): Test {
  return (value) => {
    if (!Array.isArray(value)) return { below: "", needed: "a list" };
    for (const [index, one] of value.entries()) {
      const misfit = item(one);
      if (misfit) return { ...misfit, below: `[${index}]${misfit.below}` };
    }
    return undefined;
  };
}

function testOfObject({ properties, ...schema }: Type.TObject): Test {
  const tests = Object.entries(properties).map(([name, property]) => ({
    name,
    test: testOf(property),
    mayBeMissing: Type.IsOptional(property),
  }));
  const isClosed = "additionalProperties" in schema && schema.additionalProperties === false;
  return (value) => {
    if (!isObject(value)) return { below: "", needed: "an object" };
    for (const { name, test, mayBeMissing } of tests) {
      if (mayBeMissing && value[name] === undefined) continue;
      const misfit = test(value[name]);
      if (misfit) return { ...misfit, below: `.${name}${misfit.below}` };
    }
    const other = isClosed && Object.keys(value).find((name) => !(name in properties));
    return other ? { below: `.${other}`, needed: "left out" } : undefined;
  };
}

/** The variants of a union differ by fields that are constant, such as `side` and `kind`. */
function testOfVariants(schemas: readonly Type.TObject[]): Test {
  const variants = schemas.map((schema) => ({
    names: Object.entries(schema.properties).flatMap(([name, property]) =>
      Type.IsLiteral(property) ? [{ name, is: property.const }] : [],
    ),
    test: testOfObject(schema),
  }));
  return (value) => {
    if (!isObject(value)) return { below: "", needed: "an object" };
    const variant = variants.find(({ names }) => names.every(({ name, is }) => value[name] === is));
    if (variant) return variant.test(value);
    // The first of those fields by which no variant is left.
    let left = variants;
    for (let at = 0; ; at++) {
      const [name = ""] = left.map(({ names }) => names[at]?.name);
      const next = left.filter(({ names }) => names[at]?.is === value[name]);
      if (next.length === 0) {
        return { below: `.${name}`, needed: oneOf(left.map(({ names }) => names[at]?.is)) };
      }
      left = next;
    }
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function needed(schema: Type.TSchema): string {
  if (Type.IsEnum(schema)) return oneOf(schema.enum);
  return "description" in schema ? String(schema.description) : "something else";
}

function oneOf(choices: readonly unknown[]): string {
  return `one of ${[...new Set(choices)].join(", ")}`;
}
