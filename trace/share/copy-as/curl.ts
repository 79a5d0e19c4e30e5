/** Writes a request as a curl command for bash. */
import { bash } from "../quote/bash.ts";
import type { Asked } from "./request.ts";

/**
 * The command, live (`-N`) and with the URL taken as it stands (`-g`). It asks for what the browser asks for and decodes it: without `Accept-Encoding` curl
 * shows a stream live that a browser gets in one burst (docs/facts.md, 5).
 */
export function curl({
  url,
  body,
  left,
  lastEventId,
  acceptEncoding,
  isAuthorized,
}: Asked): string {
  const headers = [
    "Accept: text/event-stream",
    ...(acceptEncoding === "" ? [] : [`Accept-Encoding: ${acceptEncoding}`]),
    ...(lastEventId === "" ? [] : [`Last-Event-ID: ${lastEventId}`]),
    ...(isAuthorized ? ["Authorization: Bearer your-key"] : []),
  ];
  return [
    `curl -gN --compressed ${left === null ? bash(url) : secondStep(url, left)}`,
    ...headers.map((header) => `-H ${bash(header)}`),
    ...(body === null ? [] : posting(body)),
  ].join(" \\\n  ");
}

/** The URL that another curl is told when it leaves the message. */
function secondStep(place: string, left: string): string {
  const { origin, pathname, search } = new URL(place);
  const leave = [
    `curl -gsS -o /dev/null -w '%header{location}' ${bash(`${origin}${pathname}`)}`,
    ...posting(left),
  ].join(" \\\n    ");
  return `${bash(origin)}"$(${leave})"${search === "" ? "" : bash(search)}`;
}

function posting(body: string): string[] {
  return [`-H ${bash("Content-Type: application/json")}`, `--data-raw ${bash(body)}`];
}
