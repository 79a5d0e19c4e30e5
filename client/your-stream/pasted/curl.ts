/** Reads a request out of a curl command. */
import type { Header } from "../../../protocol/script/action.ts";
import { PasteError, pasteTexts } from "./paste-texts.ts";
import { basic } from "./user.ts";

/** What a paste leaves open stays as it is. */
export type Pasted = {
  url: string;
  method: string;
  headers: Header[];
  body: string;
  credentials?: RequestCredentials;
};

/** Their values make the request; the short names stand for the long ones. */
const SHORT: Readonly<Record<string, string>> = {
  X: "request",
  H: "header",
  d: "data",
  b: "cookie",
  u: "user",
  A: "user-agent",
  e: "referer",
  r: "range",
  F: "form",
  T: "upload-file",
  G: "get",
  I: "head",
  K: "config",
  // what the page does anyway, or can't do
  o: "output",
  m: "max-time",
  x: "proxy",
  c: "cookie-jar",
  w: "write-out",
};

const WITH_VALUE = new Set([
  "request",
  "header",
  "data",
  "data-ascii",
  "data-raw",
  "data-binary",
  "data-urlencode",
  "json",
  "cookie",
  "user",
  "user-agent",
  "referer",
  "range",
  "url",
  "oauth2-bearer",
]);

/** They say how curl goes about it: a browser has its own way. */
const IGNORED_WITH_VALUE =
  /^(output|max-time|connect-timeout|proxy|cookie-jar|write-out|resolve|cacert|retry|http-version)$/;
const IGNORED =
  /^(compressed|insecure|location|silent|show-error|include|verbose|no-buffer|globoff|fail|http[123.]+(-prior-knowledge)?|http0\.9|tlsv1(\.\d)?|ipv4|ipv6|progress-bar|no-progress-meter|path-as-is|tcp-nodelay|no-keepalive)$/;
const IGNORED_SHORT = "ksSivNgLf#046123";

export function readCurl(words: readonly string[]): Pasted {
  const [command = "", ...rest] = words;
  if (!/^(.*[\\/])?curl(\.exe)?$/i.test(command)) throw new PasteError(pasteTexts.noCurl(command));
  const given = optionsIn(rest);
  const of = (...names: string[]) =>
    given.filter(({ name }) => names.includes(name)).map(({ value }) => value);
  const [url, second] = of("url");
  if (url === undefined) throw new PasteError(pasteTexts.noUrl);
  if (second !== undefined) throw new PasteError(pasteTexts.twoUrls(second));

  const headers = of("header").flatMap(headerOf);
  const has = (name: string) => headers.some(([one]) => one.toLowerCase() === name);
  for (const [option, name] of [
    ["cookie", "Cookie"],
    ["user-agent", "User-Agent"],
    ["referer", "Referer"],
    ["range", "Range"],
  ] as const) {
    for (const value of of(option))
      headers.push([name, option === "range" ? `bytes=${value}` : value]);
  }
  for (const user of of("user")) headers.push(["Authorization", basic(user)]);
  for (const token of of("oauth2-bearer")) headers.push(["Authorization", `Bearer ${token}`]);

  const data = given.filter(({ name }) => /^(data|json)/.test(name)).map(dataOf);
  const asQuery = of("get").length > 0 && data.length > 0;
  const isJson = of("json").length > 0;
  const body = asQuery ? "" : data.join(isJson ? "" : "&");
  if (data.length > 0 && !asQuery && !has("content-type")) {
    const type = isJson ? "application/json" : "application/x-www-form-urlencoded";
    headers.push(["Content-Type", type]);
  }
  const usual = of("head").length > 0 ? "HEAD" : data.length > 0 && !asQuery ? "POST" : "GET";
  const full = /^[a-z][a-z\d+.-]*:\/\//i.test(url) ? url : `http://${url}`;
  return {
    url: asQuery ? `${full}${full.includes("?") ? "&" : "?"}${data.join("&")}` : full,
    method: of("request").at(-1) ?? usual,
    headers,
    body,
  };
}

type Option = { name: string; value: string };

function optionsIn(words: readonly string[]): Option[] {
  const options: Option[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    if (!/^-./.test(word)) {
      options.push({ name: "url", value: word });
      continue;
    }
    const take = (option: string, joined: string) => {
      const value = joined === "" ? words[++at] : joined;
      if (value === undefined) throw new PasteError(pasteTexts.noValue(option));
      return value;
    };
    if (word.startsWith("--")) {
      const name = word.slice(2);
      checkKnown(name, word);
      if (WITH_VALUE.has(name)) options.push({ name, value: take(word, "") });
      else if (IGNORED_WITH_VALUE.test(name)) take(word, "");
      else options.push({ name, value: "" });
      continue;
    }
    // `-sSN`, `-XPOST`: letters without values, then maybe one with
    for (let letter = 1; letter < word.length; letter++) {
      const short = word.charAt(letter);
      if (IGNORED_SHORT.includes(short)) continue;
      const name = SHORT[short] ?? "";
      checkKnown(name, `-${short}`);
      if (WITH_VALUE.has(name) || IGNORED_WITH_VALUE.test(name)) {
        const value = take(`-${short}`, word.slice(letter + 1));
        if (WITH_VALUE.has(name)) options.push({ name, value });
        break;
      }
      options.push({ name, value: "" });
    }
  }
  return options;
}

function checkKnown(name: string, option: string): void {
  if (/^(form|form-string|upload-file)$/.test(name)) throw new PasteError(pasteTexts.form(option));
  const isKnown =
    WITH_VALUE.has(name) ||
    IGNORED_WITH_VALUE.test(name) ||
    IGNORED.test(name) ||
    name === "get" ||
    name === "head";
  if (!isKnown) throw new PasteError(pasteTexts.unknown(option));
}

/** `Name: value`; `Name;` has no value, and `Name:` tells curl to send none. */
function headerOf(text: string): Header[] {
  const [, name, value] = /^([^:;\s]+)\s*:([\s\S]*)$/.exec(text) ?? [];
  if (name !== undefined && value !== undefined) {
    return value.trim() === "" ? [] : [[name, value.trim()]];
  }
  const [, empty] = /^([^:;\s]+);$/.exec(text) ?? [];
  if (empty === undefined) throw new PasteError(pasteTexts.header(text));
  return [[empty, ""]];
}

function dataOf({ name, value }: Option): string {
  if (name === "data-raw") return value;
  if (name === "data-urlencode") {
    const [, key = "", text = ""] = /^([^=@]*=)?([\s\S]*)$/.exec(value) ?? [];
    return `${key}${encodeURIComponent(text)}`;
  }
  if (value.startsWith("@")) throw new PasteError(pasteTexts.file(value));
  return value;
}
