/**
 * "Paste as stream" of what `curl -i` or `curl -v` printed: the response head stands above the stream, and
 * becomes directives.
 *
 *     HTTP/1.1 503 Service Unavailable        @status 503
 *     < Retry-After: 5                        @header Retry-After: 5
 *     (blank line)
 *     data: x                                 data: x
 *
 * What belongs to this one transfer is left out: who asked, how the body was framed, and when.
 */
import { parseScript } from "./parse.ts";

type Printed = {
  /** `@status` and `@header` lines for what the head said; "" where there was none, or nothing of note. */
  head: string;
  stream: string;
};

/** Headers that each response has by itself: a script need not say them. */
const OWN = ["date", "server", "x-powered-by", "vary"];

/** `-v` prints such lines about its own doings and about the request. */
const CHATTER = /^(\*|>|[{}] \[)/;

/** Takes a response head off what was printed; of several, such as a redirect's, the last counts. */
export function headOf(printed: string): Printed {
  const lines = printed.match(/[^\r\n]*(\r\n|\n|\r|$)/g) ?? [];
  let at = 0;
  let head: string[] | null = null;
  let isVerbose = false;
  for (;;) {
    let next = at;
    while (CHATTER.test(lines[next] ?? "")) next++;
    if (!/^(< )?HTTP\/[\d.]+ \d{3}/.test(lines[next] ?? "")) break;
    isVerbose = lines[next]?.startsWith("< ") ?? false;
    const begin = next;
    while (next < lines.length && !isEndOfHead(lines[next] ?? "", isVerbose)) next++;
    head = lines.slice(begin, next).map((line) => line.replace(/^< |[\r\n]+$/g, ""));
    at = next + 1;
  }
  if (head === null) return { head: "", stream: printed };
  const rest = lines.slice(at).filter((line) => !(isVerbose && CHATTER.test(line)));
  return { head: directivesOf(head), stream: rest.join("") };
}

function isEndOfHead(line: string, isVerbose: boolean): boolean {
  return /^[ \t]*[\r\n]*$/.test(isVerbose ? line.replace(/^<[ ]?/, "") : line);
}

/** Only what a script may send, and what differs from what every play sends. */
function directivesOf([status = "", ...fields]: readonly string[]): string {
  const code = / (\d{3})/.exec(status)?.[1] ?? "200";
  const lines = fields
    .filter((field) => !OWN.includes(field.split(":")[0]?.toLowerCase() ?? ""))
    .filter((field) => !/^content-type:\s*text\/event-stream\s*$/i.test(field))
    .map((field) => `@header ${field.replaceAll("{{", "{{{{")}`)
    .filter((line) => parseScript(`${line}\n`).ok);
  return [...(code === "200" ? [] : [`@status ${code}`]), ...lines]
    .map((line) => `${line}\n`)
    .join("");
}
