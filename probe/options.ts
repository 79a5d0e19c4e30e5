/** What the command line asks for. curl's names, so that a line of a browser's "Copy as cURL" needs only another first word. */
import { readFileSync, statSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Header } from "../protocol/script/action.ts";
import { MOST_BODY } from "./limits.ts";

export type Options = {
  readonly url: URL;
  readonly method: string;
  /** As they were given, besides the browser's own. */
  readonly headers: readonly Header[];
  readonly body: string | null;
  /** Whether a certificate that nobody vouches for will do. */
  readonly insecure: boolean;
  readonly json: boolean;
};

/** The command line says something that can't be done; `message` says what, and what to write. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** How a request is described, by curl's names for it. */
const described = {
  request: { type: "string", short: "X" },
  header: { type: "string", short: "H", multiple: true },
  data: { type: "string", short: "d", multiple: true },
  "data-raw": { type: "string", multiple: true },
  cookie: { type: "string", short: "b", multiple: true },
  insecure: { type: "boolean", short: "k" },
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

/** They stand in copied lines, and the probe does so anyway. */
const anyway = {
  url: { type: "string" },
  "no-buffer": { type: "boolean", short: "N" },
  silent: { type: "boolean", short: "s" },
  "show-error": { type: "boolean", short: "S" },
  include: { type: "boolean", short: "i" },
  location: { type: "boolean", short: "L" },
  compressed: { type: "boolean" },
} as const;

/** curl's short names that take a value, with which a value that begins with "-" is joined for `parseArgs`. */
const takesValue = /^(-[XHdb]|--(request|header|data|data-raw|cookie|url))$/;

/**
 * Reads the words behind the program's name.
 * @returns "help" where that is asked for
 * @throws {UsageError}
 */
export function readOptions(words: readonly string[]): Options | "help" {
  const { values, positionals } = parsed(words);
  if (values.help) return "help";
  const given = [...positionals, ...(values.url === undefined ? [] : [values.url])];
  const body = bodyOf(values.data ?? [], values["data-raw"] ?? []);
  const headers = (values.header ?? []).flatMap(headerOf);
  for (const cookie of values.cookie ?? []) headers.push(["Cookie", cookieOf(cookie)]);
  if (body !== null && !headers.some(([name]) => name.toLowerCase() === "content-type")) {
    headers.push(["Content-Type", "application/x-www-form-urlencoded"]); // as curl does
  }
  return {
    url: urlOf(given),
    method: methodOf(values.request ?? (body === null ? "GET" : "POST")),
    headers,
    body,
    insecure: values.insecure ?? false,
    json: values.json ?? false,
  };
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({
      args: joined(words),
      options: { ...described, ...anyway },
      allowPositionals: true,
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${message.split(/[.\n]/, 1)[0]}; --help lists what there is`);
  }
}

/** `-d -1` is `-d-1` to `parseArgs`, which else takes the value for an option. */
function joined(words: readonly string[]): string[] {
  const args: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    const next = words[at + 1];
    if (word === "--") return [...args, ...words.slice(at)];
    if (!takesValue.test(word) || !next?.startsWith("-")) {
      args.push(word);
      if (takesValue.test(word) && next !== undefined) args.push(words[++at] ?? "");
      continue;
    }
    args.push(word.startsWith("--") ? `${word}=${next}` : `${word}${next}`);
    at++;
  }
  return args;
}

function urlOf(given: readonly string[]): URL {
  const [text, ...others] = given;
  if (text === undefined)
    throw new UsageError("there is no URL; write one, such as http://localhost:8080/events");
  if (others.length > 0) {
    throw new UsageError(`there are ${given.length} URLs; write one (quote a URL with "&" in it)`);
  }
  const url = read(/^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `http://${text}`);
  if (url === null)
    throw new UsageError(`"${text}" is no URL; write one such as http://localhost:8080/events`);
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    throw new UsageError(`the probe asks by http: and https:, and this is ${url.protocol}`);
  }
  return url;
}

function read(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

function methodOf(method: string): string {
  if (!/^[!#$%&'*+.^`|~\w-]+$/.test(method)) throw new UsageError(`-X: "${method}" is no method`);
  if (method === "CONNECT") throw new UsageError("-X: CONNECT brings no response to be read");
  return method;
}

/** As with curl, a header without a value takes the one of that name out. */
function headerOf(line: string): Header[] {
  const [, name = "", value = ""] = /^([^:]+):\s*([\s\S]*?)\s*$/.exec(line) ?? [];
  if (!/^[!#$%&'*+.^`|~\w-]+$/.test(name.trim()) || /[\0\r\n]/.test(value)) {
    throw new UsageError(`-H: "${nameIn(line)}" is no header; write "Name: value"`);
  }
  return [[name.trim(), value]];
}

/** What of a header can be shown: never its value. */
function nameIn(line: string): string {
  return `${line.split(":", 1)[0]?.slice(0, 40)}${line.includes(":") ? ": …" : ""}`;
}

function cookieOf(text: string): string {
  if (!text.includes("=")) {
    throw new UsageError(
      "-b: without a = this is curl's file of cookies, which the probe does not read; write name=value",
    );
  }
  return text;
}

function bodyOf(data: readonly string[], raw: readonly string[]): string | null {
  if (data.length + raw.length === 0) return null;
  return [...data.map(dataOf), ...raw].join("&");
}

/** `-d @file`: its text, without its line ends, as curl sends it. */
function dataOf(text: string): string {
  if (!text.startsWith("@")) return text;
  const name = text.slice(1);
  try {
    const { size } = statSync(name);
    if (size > MOST_BODY)
      throw new UsageError(`-d: ${name} has ${size} bytes, at most ${MOST_BODY} are sent`);
    return readFileSync(name, "utf8").replaceAll(/[\r\n\0]/g, "");
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`-d: the file ${name} can't be read`);
  }
}
