/** Looks into JSON of which nothing is certain: whatever is not there, or not of the type that is asked for, is absent. */

/** Returns the value of a JSON text; undefined where it is none. */
export function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

export function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

export function textIn(value: unknown, name: string): string {
  const text = field(value, name);
  return typeof text === "string" ? text : "";
}

export function listIn(value: unknown, name: string): unknown[] {
  const list = field(value, name);
  return Array.isArray(list) ? list : [];
}

/**
 * Returns what a service says went wrong, in one of the shapes that services use; null where `value` tells of no error.
 * @param json the text of `value`, which is quoted where there is no message in it
 */
export function errorIn(value: unknown, json: string): string | null {
  const [first] = Array.isArray(value) ? value : [value]; // Google sends a list
  const isError = textIn(first, "object") === "error" || textIn(first, "type") === "error";
  return (
    wordsOf(field(first, "error"), json) ??
    wordsOf(listIn(first, "errors")[0], json) ??
    (isError ? wordsOf(first, json) : null)
  );
}

/** What went wrong by the data of an `error` event, or the body of a refusal, where anything tells of an error. */
export function errorUnder(data: string): string {
  const value = parsed(data);
  return errorIn(value, data) ?? wordsOf(value, data) ?? data;
}

/** Returns the words of an error; null where it is one of the ways to say that there is none: null, false, "", {}. */
function wordsOf(error: unknown, json: string): string | null {
  if (typeof error === "string") return error || null;
  if (typeof error !== "object" || error === null || Object.keys(error).length === 0) return null;
  return textIn(error, "message") || textIn(error, "detail") || textIn(error, "msg") || json;
}
