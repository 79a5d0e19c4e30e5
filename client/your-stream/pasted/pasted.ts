/** Reads what somebody pasted into the URL's field: a request, or just text. */
import type { Header } from "../../../protocol/script/action.ts";
import { bashWords } from "./bash-words.ts";
import { cmdWords, isCmd } from "./cmd-words.ts";
import { type Pasted, readCurl } from "./curl.ts";
import { isFetch, readFetch } from "./fetch.ts";
import { PasteError, pasteTexts } from "./paste-texts.ts";
import { withoutUser } from "./user.ts";

export { PasteError };

/** Browsers send them by themselves; such a value says nothing more. */
const ITS_OWN: ReadonlyMap<string, RegExp> = new Map([
  ["accept", /^(text\/event-stream|\*\/\*)$/],
  ["accept-language", /./],
  ["cache-control", /^(no-cache|max-age=0)$/],
  ["pragma", /^no-cache$/],
  ["priority", /./],
]);

/**
 * @returns `undefined` for a word, which a field takes as it stands
 * @throws {PasteError}
 */
export function readPasted(text: string): Pasted | undefined {
  const trimmed = text.trim();
  if (/^\S*$/.test(trimmed) && !trimmed.includes("(")) return undefined;
  if (/^(Invoke-WebRequest|\$session\b)/i.test(trimmed))
    throw new PasteError(pasteTexts.powerShell);
  if (isFetch(trimmed)) return asAsked(readFetch(trimmed));
  if (/^[>$%#]?\s*(\S*[\\/])?curl(\.exe)?\s/i.test(trimmed)) {
    const command = trimmed.replace(/^[>$%#]\s+/, "");
    return asAsked(readCurl(isCmd(command) ? cmdWords(command) : bashWords(command)));
  }
  throw new PasteError(pasteTexts.neither);
}

function asAsked(pasted: Pasted): Pasted {
  const asked = withoutUser(pasted);
  return { ...asked, headers: asked.headers.filter(says) };
}

function says([name, value]: Header): boolean {
  return ITS_OWN.get(name.toLowerCase())?.test(value) !== true;
}
