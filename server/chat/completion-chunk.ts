/**
 * One `data` of a `chat/completions` stream. Services differ in what they leave out or send as null; only
 * what the relay needs is looked at.
 */
import Type, { type Static } from "typebox";
import { Compile } from "typebox/compile";

const text = Type.Optional(Type.Union([Type.String(), Type.Null()]));
const count = Type.Optional(Type.Union([Type.Number(), Type.Null()]));

const Choice = Type.Object({
  delta: Type.Optional(Type.Object({ content: text })),
  finish_reason: text,
});

const Failure = Type.Object({
  error: Type.Union([Type.String(), Type.Object({ message: Type.String() })]),
});

const Chunk = Type.Object({
  choices: Type.Optional(Type.Array(Choice)),
  usage: Type.Optional(
    Type.Union([Type.Object({ prompt_tokens: count, completion_tokens: count }), Type.Null()]),
  ),
});

const chunks = Compile(Chunk);
const failures = Compile(Failure);

export type CompletionChunk = Static<typeof Chunk>;

/** The chunk that a JSON text holds; null where it holds none. */
export function readChunk(json: string): CompletionChunk | null {
  const value = parsed(json);
  return chunks.Check(value) ? value : null;
}

/** What the service says went wrong, in a stream or in the body of a refusal; null where it says nothing. */
export function errorIn(json: string): string | null {
  const value = parsed(json);
  if (!failures.Check(value)) return null;
  return typeof value.error === "string" ? value.error : value.error.message;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
