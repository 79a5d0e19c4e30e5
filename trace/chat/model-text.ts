/**
 * The piece of text in an event of a chat model's stream, as the services write it. Ours says `text` in a
 * `token` event; OpenAI's `chat/completions` a delta in its first choice, its `responses` a delta that is a
 * string; Anthropic's `messages` a delta with a text; Gemini a part of a candidate.
 */

/** Returns the text that the JSON in `data` adds to an answer; `null` where it adds none. */
export function modelText(data: string): string | null {
  if (!data.startsWith("{")) return null;
  const said = parsed(data);
  const delta = at(said, "delta");
  const candidates = [
    at(said, "choices", 0, "delta", "content"),
    at(said, "choices", 0, "text"),
    at(said, "type") === "response.output_text.delta" ? delta : null,
    at(delta, "text"),
    at(said, "candidates", 0, "content", "parts", 0, "text"),
    at(said, "text"),
  ];
  const text = candidates.find((candidate) => typeof candidate === "string");
  return typeof text === "string" && text !== "" ? text : null;
}

function parsed(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return null;
  }
}

function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  let found = value;
  for (const step of path) {
    if (typeof found !== "object" || found === null) return undefined;
    found = new Map<string | number, unknown>(
      Array.isArray(found) ? found.entries() : Object.entries(found),
    ).get(step);
  }
  return found;
}
