/**
 * The words of one bash command, as bash reads them; nothing is expanded or run.
 *
 *     curl 'http://x/?a=1&b' -H "a: \"b\"" --data-raw $'it\'s' \⏎ -N
 *          ^ as it stands       ^ \" \\ \$ \`  ^ \n \' \x41 \u4e2d
 */
import { PasteError, type Place, pasteTexts } from "./paste-texts.ts";

const SINGLE = /'([^']*)'/y;
const ANSI = /\$'((?:\\[\s\S]|[^'\\])*)'/y;
const DOUBLE = /\$?"((?:\\[\s\S]|[^"\\])*)"/y;
const OPENS = /(\$?['"])/y;
const CONTINUED = /\\\r?\n/y;
const BLANK = /[ \t\r\n]+/y;
const OPERATOR = /&&|\|\||>>|[;&|<>()]/y;
const EXPANSION = /\$[({]?[\w@*#?!-]+|\$[({]|`/y;
const INSIDE = /\\[\s\S]|(\$[({]?[\w@*#?!-]+|\$[({]|`)/g;

export function bashWords(text: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  let at = 0;

  const found = (pattern: RegExp) => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  const take = (all: string, read: string) => {
    word = (word ?? "") + read;
    at += all.length;
  };
  const fail = (say: (what: string, place: Place) => string, what: string, where = at) => {
    throw new PasteError(say(what, placeOf(text, where)));
  };

  while (at < text.length) {
    const blank = found(BLANK)?.[0];
    const single = found(SINGLE);
    const ansiC = found(ANSI);
    const double = found(DOUBLE);
    const continued = found(CONTINUED)?.[0];
    const operator = found(OPERATOR)?.[0];
    if (blank !== undefined) {
      if (word !== undefined) words.push(word);
      word = undefined;
      if (blank.includes("\n") && words.length > 0 && text.slice(at).trim() !== "") {
        fail(pasteTexts.secondLine, "", at + blank.length);
      }
      at += blank.length;
    } else if (single !== null) take(single[0], single[1] ?? "");
    else if (ansiC !== null) take(ansiC[0], ansi(ansiC[1] ?? ""));
    else if (double !== null) {
      const [all, inner = ""] = double;
      const begin = at + all.indexOf('"') + 1;
      for (const inside of inner.matchAll(INSIDE)) {
        if (inside[1] !== undefined) fail(pasteTexts.expansion, inside[1], begin + inside.index);
      }
      take(all, inner.replace(/\\(\r?\n|[\s\S])/g, unescaped));
    } else if (found(OPENS) !== null) fail(pasteTexts.open, found(OPENS)?.[0] ?? "");
    else if (continued !== undefined) at += continued.length;
    else if (text.charAt(at) === "\\") take(text.slice(at, at + 2), text.charAt(at + 1));
    else if (operator !== undefined) {
      if (operator !== ";" || text.slice(at + 1).trim() !== "") fail(pasteTexts.operator, operator);
      at++;
    } else if (found(EXPANSION) !== null) fail(pasteTexts.expansion, found(EXPANSION)?.[0] ?? "");
    else take(text.charAt(at), text.charAt(at));
  }
  if (word !== undefined) words.push(word);
  return words;
}

/** Between quotation marks a backslash means something before these alone. */
function unescaped(all: string, next: string): string {
  if (/^\r?\n$/.test(next)) return "";
  return /^["\\$`]$/.test(next) ? next : all;
}

const LETTERS: Readonly<Record<string, string>> = {
  a: "\x07",
  b: "\b",
  e: "\x1b",
  E: "\x1b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

const ESCAPE =
  /((?:\\x[\da-fA-F]{1,2}|\\[0-7]{1,3})+)|\\u([\da-fA-F]{1,4})|\\U([\da-fA-F]{1,8})|\\c(.)|\\([\s\S])/g;

/** Bytes that are UTF-8 are that; browsers write Latin-1 so, too. */
function ansi(text: string): string {
  return text.replace(ESCAPE, (_all, bytes, u, upper, control, letter) => {
    if (bytes !== undefined) return bytesOf(bytes);
    if (u !== undefined || upper !== undefined) return codePoint(Number.parseInt(u ?? upper, 16));
    if (control !== undefined) return String.fromCharCode(control.charCodeAt(0) & 0x1f);
    return LETTERS[letter] ?? (/["'?\\]/.test(letter) ? letter : `\\${letter}`);
  });
}

function bytesOf(escapes: string): string {
  const codes = Array.from(escapes.matchAll(/\\(?:x([\da-fA-F]+)|([0-7]+))/g), ([, hex, octal]) =>
    hex === undefined ? Number.parseInt(octal ?? "0", 8) & 0xff : Number.parseInt(hex, 16),
  );
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(
      Uint8Array.from(codes),
    );
  } catch {
    return String.fromCharCode(...codes);
  }
}

function codePoint(code: number): string {
  return code > 0x10ffff ? "\ufffd" : String.fromCodePoint(code);
}

export function placeOf(text: string, at: number): Place {
  const lines = text.slice(0, at).split("\n");
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
