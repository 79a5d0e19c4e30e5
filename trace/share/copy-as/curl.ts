/** A request as a curl command for a POSIX shell. */
import type { Asked } from "./request.ts";

/**
 * The command, live (`-N`) and with the URL taken as it stands (`-g`). It asks for what the browser asks for and decodes it: without `Accept-Encoding` curl
 * shows a stream live that a browser gets in one burst (docs/facts.md, 5).
 */
export function curl({ url, body, left, acceptEncoding, isAuthorized }: Asked): string {
  const headers = [
    "Accept: text/event-stream",
    ...(acceptEncoding === "" ? [] : [`Accept-Encoding: ${acceptEncoding}`]),
    ...(isAuthorized ? ["Authorization: Bearer your-key"] : []),
  ];
  return [
    `curl -gN --compressed ${left === null ? quoted(url) : secondStep(url, left)}`,
    ...headers.map((header) => `-H ${quoted(header)}`),
    ...(body === null ? [] : posting(body)),
  ].join(" \\\n  ");
}

/** The URL that another curl is told when it leaves the message. */
function secondStep(place: string, left: string): string {
  const { origin, pathname, search } = new URL(place);
  const leave = [
    `curl -gsS -o /dev/null -w '%header{location}' ${quoted(`${origin}${pathname}`)}`,
    ...posting(left),
  ].join(" \\\n    ");
  return `${quoted(origin)}"$(${leave})"${search === "" ? "" : quoted(search)}`;
}

function posting(body: string): string[] {
  return [`-H ${quoted("Content-Type: application/json")}`, `--data-raw ${quoted(body)}`];
}

/** One word for the shell: nothing means anything between apostrophes but an apostrophe. */
export function quoted(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
