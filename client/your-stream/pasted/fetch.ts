/** A request out of "Copy as fetch": the text of a call, which is read and never run. */
import JSON5 from "json5";
import type { Header } from "../../../protocol/script/action.ts";
import type { Pasted } from "./curl.ts";
import { PasteError, pasteTexts } from "./paste-texts.ts";

const CALL =
  /^\s*(?:(?:await|return|void)\s+|(?:const|let|var)\s+\w+\s*=\s*(?:await\s+)?)*(?:(?:window|globalThis|self)\.)?fetch\s*\(/;

/** A header that Chrome copies as a comment, because no page may set it. */
const COMMENTED = /^\s*\/\/\s*("[\w-]+"\s*:\s*"(?:\\.|[^"\\])*")/gm;

export function isFetch(text: string): boolean {
  return CALL.test(text);
}

export function readFetch(text: string): Pasted {
  const begin = CALL.exec(text)?.[0].length ?? 0;
  const end = text.lastIndexOf(")");
  if (end < begin) throw new PasteError(pasteTexts.noCall);
  const [url, given = {}] = argumentsIn(text, begin, end);
  if (typeof url !== "string") throw new PasteError(pasteTexts.noString);
  const options: Readonly<Record<string, unknown>> = isRecord(given) ? given : {};
  const { method, body, credentials } = options;
  return {
    url,
    method: typeof method === "string" ? method.toUpperCase() : "GET",
    headers: [...headersOf(options["headers"]), ...commented(text)],
    body: typeof body === "string" ? body : body == null ? "" : JSON.stringify(body),
    ...(isCredentials(credentials) ? { credentials } : {}),
  };
}

function argumentsIn(text: string, begin: number, end: number): unknown[] {
  // In their own places, so that a trouble's place is the text's.
  const before = text.slice(0, begin - 1).replace(/[^\n]/g, " ");
  const list = `${before}[${text.slice(begin, end)}]`;
  try {
    const read: unknown = JSON5.parse(list);
    return Array.isArray(read) ? read : [];
  } catch (error) {
    const place = placeIn(error);
    const what = list.split("\n")[place.line - 1]?.slice(place.column - 1) ?? "";
    const [word = ""] = /^[\w$.]*\(?/.exec(what) ?? [];
    throw new PasteError(pasteTexts.notPlain(word || what.slice(0, 20), place));
  }
}

function placeIn(error: unknown): { line: number; column: number } {
  const isPlaced = error instanceof Error && "lineNumber" in error && "columnNumber" in error;
  return isPlaced
    ? { line: Number(error.lineNumber), column: Number(error.columnNumber) }
    : { line: 1, column: 1 };
}

function headersOf(given: unknown): Header[] {
  if (Array.isArray(given)) return given.map(([name, value]) => [String(name), String(value)]);
  if (!isRecord(given)) return [];
  return Object.entries(given).map(([name, value]): Header => [name, String(value)]);
}

function commented(text: string): Header[] {
  return Array.from(text.matchAll(COMMENTED), ([, line = ""]) =>
    Object.entries<string>(JSON.parse(`{${line}}`)),
  ).flat();
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isCredentials(value: unknown): value is RequestCredentials {
  return value === "include" || value === "omit" || value === "same-origin";
}
