/** The query by which an EventSource asks a chat model. */
import type { Question } from "../../trace/chat/question.ts";
import { type Way, wrongRelays } from "./ways.ts";

/**
 * Writes the query as it is sent, so that its length is what the relay sees, which turns away what is too long.
 * `options`: trace, lane and what the path's switches ask for.
 */
export function promptQuery(
  { message, ...rest }: Question,
  way: Way,
  options: URLSearchParams,
): string {
  const asked = new URLSearchParams({ prompt: message, ...rest });
  return `${asked}&${withRelay(way, options)}`;
}

/** The same options, and which relay is to answer, unless it is the right one. */
export function withRelay(way: Way, options: URLSearchParams): URLSearchParams {
  const relay = wrongRelays[way];
  return new URLSearchParams([...options, ...(relay === null ? [] : [["relay", relay]])]);
}
