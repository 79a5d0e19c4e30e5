/** Checks what a request brings against a route's schema: nothing is converted, dropped or filled in. */
import type { FastifySchemaCompiler } from "fastify";
import type { TSchema } from "typebox";
import Type from "typebox";
import { Compile } from "typebox/schema";
import { didYouMean } from "../../protocol/suggest.ts";
import { Problem } from "./problem.ts";

/** Reads schemas for Fastify. What does not fit is a problem that says what to write instead. */
export const validatorCompiler: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const validator = Compile(schema);
  const where = httpPart === "body" ? "the body" : "the query";
  return (value: unknown) =>
    validator.Check(value) ? { value } : { error: misfit(schema, value, where) };
};

export function only<Fields extends Type.TProperties>(fields: Fields) {
  return Type.Object(fields, { additionalProperties: false });
}

function misfit(schema: TSchema, value: unknown, where: string): Problem {
  const properties = Type.IsObject(schema) ? schema.properties : {};
  const known = Object.keys(properties);
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    const got = Array.isArray(value) ? "an array" : JSON.stringify(value);
    return new Problem(
      400,
      "not-an-object",
      `${where} is ${got}; write an object with ${listed(known)}`,
    );
  }
  const given = new Map(Object.entries(value));
  for (const name of given.keys()) {
    if (known.includes(name)) continue;
    const near = didYouMean(name, known);
    const instead = near === null ? `there are ${listed(known)}` : `did you mean "${near}"?`;
    return new Problem(400, "unknown-option", `${where} has no option "${name}"; ${instead}`);
  }
  for (const [name, property] of Object.entries(properties)) {
    const expected = describe(property);
    const got = given.get(name);
    if (got === undefined && !Type.IsOptional(property)) {
      return new Problem(400, "option-missing", `${where} has no "${name}"; write ${expected}`);
    }
    if (got !== undefined && !Compile(property).Check(got)) {
      const shown = asJson(got).slice(0, 80);
      return new Problem(400, "option-value", `"${name}" is ${shown}; write ${expected}`);
    }
  }
  return new Problem(400, "option-value", `${where} does not fit; there are ${listed(known)}`);
}

function asJson(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch (error) {
    if (error instanceof RangeError) return "nested too deeply to be shown";
    throw error;
  }
}

function describe(property: TSchema): string {
  if ("description" in property) return String(property.description);
  return Type.IsString(property) ? "a text" : JSON.stringify(property);
}

const listed = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(", ");
