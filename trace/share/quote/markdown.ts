/**
 * Text from anywhere as Markdown that means just that text. What is not plain stands between backticks:
 * in code there is no markup, and neither a renderer nor a bug tracker makes a link, a mention or an
 * issue's number of it, as they do of characters that are merely escaped.
 */
import { UNSEEN } from "./unseen.ts";

/** Letters, figures, the marks of a sentence and the pictures of control characters: nobody makes anything of them … */
const PLAIN = /^[\p{L}\p{M}\p{N} \u00a0\u202f\u2400-\u2426.,;:’“”–—…-]*$/u;
/** … but of these: a link, an issue (`GH-1`), a commit (so many hex digits), an emoji (`:100:`). */
const MADE = /www\.|\p{L}-\p{N}|[0-9a-f]{7}|:\S/iu;
const CONTROL = /\p{Cc}/gu;

/** Quotes it as text of one line, for a cell or a sentence; control characters become their pictures. */
export function inline(text: string): string {
  const line = legible(text);
  return isPlain(line) ? line : code(line);
}

/** A sentence of ours, with what it says of a stream between backticks: there, too, that is text. */
export function prose(sentence: string): string {
  const parts = sentence.split(/(`[^`]*`)/);
  const words = parts.filter((_, index) => index % 2 === 0);
  // Else a backtick in it has ended what was to be code.
  const isOurs = words.every(isPlain) && words.slice(1, -1).every((word) => word !== "");
  if (!isOurs) return inline(sentence);
  return parts
    .map((part, index) => (index % 2 === 0 ? part : code(legible(part.slice(1, -1)))))
    .join("");
}

/** Quotes it as a block of code: it ends where nothing in the text can end it. */
export function fenced(text: string): string {
  const fence = "`".repeat(Math.max(2, longestRun(text)) + 1);
  return `${fence}\n${text.replace(/\r\n?/g, "\n").replace(/\n$/, "")}\n${fence}`;
}

/** Writes a table; its cells are Markdown already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

function legible(text: string): string {
  return text.replace(CONTROL, picture).replace(UNSEEN, codePoint);
}

function isPlain(line: string): boolean {
  return PLAIN.test(line) && !MADE.test(line);
}

/** Puts a line between backticks, its bars outside: one would end a table's cell whatever stands before it. */
function code(line: string): string {
  return line.split("|").map(span).join("&#124;");
}

function span(text: string): string {
  if (text === "") return "";
  const ticks = "`".repeat(longestRun(text) + 1);
  // One space at each end is taken away, unless there is nothing else.
  const pad = /^[ `]|[ `]$/.test(text) && /[^ ]/.test(text) ? " " : "";
  return `${ticks}${pad}${text}${pad}${ticks}`;
}

function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((most, { length }) => Math.max(most, length), 0);
}

function picture(control: string): string {
  const code = control.charCodeAt(0);
  return code < 0x20 ? String.fromCharCode(0x2400 + code) : codePoint(control);
}

function codePoint(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}
