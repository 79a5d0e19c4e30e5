/**
 * The words of one command for Windows' cmd, as Chrome and Firefox copy it: first cmd takes its carets away, then the
 * program its quotes.
 *
 *     curl ^"http://x/?a=1^&b^" ^⏎  -H ^"a: b^" --data-raw ^"^{^\^"a^\^":1^}^"
 *     curl "http://x/?a=1&b" -H "a: b" --data-raw "{""a"":1}"
 */
import { placeOf } from "./bash-words.ts";
import { PasteError, pasteTexts } from "./paste-texts.ts";

/** bash has no use for a caret before a quote or a line's end, nor for a doubled quote. */
export function isCmd(text: string): boolean {
  return /\^["\r\n]|[^\s"]""|""[^\s"]/.test(text);
}

export function cmdWords(text: string): string[] {
  return programsWords(withoutCarets(text), text);
}

/** Outside of quotes a caret means the character behind it, at a line's end it joins two lines. */
function withoutCarets(text: string): string {
  let left = "";
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '"') isQuoted = !isQuoted;
    if (isQuoted || character !== "^") {
      left += character;
      continue;
    }
    const newline = /^\r?\n/.exec(text.slice(at + 1, at + 3));
    at += newline === null ? 1 : newline[0].length + 1;
    // Behind the end of a line the next character counts as it is: a caret and two ends are one end.
    left += text.startsWith("\r\n", at) ? "\n" : text.charAt(at);
    if (text.startsWith("\r\n", at)) at++;
  }
  return left;
}

/** As Microsoft's C runtime has it: `\"` is a quote, so is `""` between quotes, and other backslashes are themselves. */
function programsWords(line: string, text: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  let isQuoted = false;
  for (let at = 0; at < line.length; at++) {
    const character = line.charAt(at);
    const slashes = /^\\+(?=")/.exec(line.slice(at))?.[0].length ?? 0;
    if (slashes > 0) {
      word = (word ?? "") + "\\".repeat(Math.floor(slashes / 2)) + (slashes % 2 === 1 ? '"' : "");
      at += slashes % 2 === 1 ? slashes : slashes - 1;
    } else if (character === '"') {
      word ??= "";
      if (isQuoted && line.charAt(at + 1) === '"') {
        word += '"';
        at++;
      } else isQuoted = !isQuoted;
    } else if (/\s/.test(character) && !isQuoted) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else word = (word ?? "") + character;
  }
  if (isQuoted) throw new PasteError(pasteTexts.open('"', placeOf(text, text.lastIndexOf('"'))));
  if (word !== undefined) words.push(word);
  return words;
}
