/** A request as a curl command for a POSIX shell. */
import type { Asked } from "./request.ts";

/**
 * The command, live (`-N`) and with the URL taken as it stands (`-g`). It asks for what the browser asks for and decodes it: without `Accept-Encoding` curl
 * shows a stream live that a browser gets in one burst (facts.md, 5).
 */
export function curl({ url, body, acceptEncoding }: Asked): string {
  const headers = [
    "Accept: text/event-stream",
    ...(acceptEncoding === "" ? [] : [`Accept-Encoding: ${acceptEncoding}`]),
    ...(body === null ? [] : ["Content-Type: application/json"]),
  ];
  return [
    `curl -gN --compressed ${quoted(url)}`,
    ...headers.map((header) => `-H ${quoted(header)}`),
    ...(body === null ? [] : [`--data-raw ${quoted(body)}`]),
  ].join(" \\\n  ");
}

/** One word for the shell: nothing means anything between apostrophes but an apostrophe. */
export function quoted(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
