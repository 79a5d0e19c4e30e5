/** Text for a terminal: what came over the network can't steer it, and JSON is folded. */
import { stripVTControlCharacters, styleText } from "node:util";
import { grouped } from "../trace/en/figures.ts";

export type Out = {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
};

/** What text of the wire is shown in: a colour of the terminal's own. */
export type Style = Exclude<Parameters<typeof styleText>[0], readonly unknown[]>;

export type Paint = (style: Style, text: string) => string;

/** Colours for a terminal, and none elsewhere, or where NO_COLOR is set: https://no-color.org */
export function paintFor(stream: Out, env: NodeJS.ProcessEnv): Paint {
  const isPlain = !stream.isTTY || (env["NO_COLOR"] ?? "") !== "" || env["TERM"] === "dumb";
  return isPlain
    ? (_, text) => text
    : (style, text) => styleText(style, text, { validateStream: false });
}

/** Controls, marks of direction and the like: they show nothing, or change what a terminal shows. */
const HIDDEN = /[\p{C}\u2028\u2029]/gu;

/** `text` on one line, with every character that would do anything but be shown as its code. */
export function harmless(text: string): string {
  return stripVTControlCharacters(text)
    .replaceAll(/\r\n|\r|\n/g, "⏎")
    .replaceAll(HIDDEN, (hidden) => `\\u{${hidden.codePointAt(0)?.toString(16)}}`);
}

const SHOWN = 6; // fields and items of JSON
const SHOWN_TEXT = 60; // UTF-16 units of one text in it
const MOST_JSON = 100_000; // UTF-16 units; longer JSON is not read for being shown

/** Writes an event's data: JSON folded to its first level, all else as it is. */
export function shownData(data: string, most: number): string {
  const shown = harmless(folded(data) ?? data.slice(0, 2 * most));
  const all =
    shown.length < data.length || shown.length > most
      ? ` (${grouped(data.length)} characters)`
      : "";
  return shown.length > most ? `${shown.slice(0, most)}…${all}` : shown;
}

function folded(data: string): string | null {
  if (!/^\s*[{[]/.test(data) || data.length > MOST_JSON) return null;
  try {
    return fold(JSON.parse(data), 0);
  } catch {
    return null;
  }
}

function fold(value: unknown, depth: number): string {
  if (typeof value === "string") {
    return JSON.stringify(value.length > SHOWN_TEXT ? `${value.slice(0, SHOWN_TEXT)}…` : value);
  }
  if (typeof value !== "object" || value === null) return String(value);
  const isList = Array.isArray(value);
  const [open, close] = isList ? "[]" : "{}";
  const entries = Object.entries(value);
  if (entries.length === 0) return `${open}${close}`;
  if (depth > 0) return isList ? `[… ${entries.length}]` : "{…}";
  const shown = entries
    .slice(0, SHOWN)
    .map(
      ([name, inner]) => `${isList ? "" : `${JSON.stringify(name)}: `}${fold(inner, depth + 1)}`,
    );
  const more = entries.length > SHOWN ? [`… ${entries.length - SHOWN} more`] : [];
  return `${open}${[...shown, ...more].join(", ")}${close}`;
}

/** Writes our own sentences: code and emphasis are painted where there are colours, else code has backticks. */
export function prose(text: string, paint: Paint, isPainted: boolean): string {
  const plain = text.replaceAll("\u00a0", " ").replaceAll("**", "");
  return isPainted
    ? plain.replaceAll(/`([^`]+)`/g, (_, code: string) => paint("cyan", code))
    : plain;
}

/** Breaks `text` into lines of at most `width`, each behind `indent`; words are not cut. */
export function wrapped(text: string, width: number, indent = ""): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const length = stripVTControlCharacters(`${indent}${line} ${word}`).length;
    if (line !== "" && length > width) {
      lines.push(`${indent}${line}`);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, `${indent}${line}`].join("\n");
}
