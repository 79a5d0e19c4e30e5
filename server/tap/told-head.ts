/**
 * A request's or response's head as the tap tells it: up to a length, and what is cut is said where it
 * is missing. Whoever sends long headers again and again would fill the server's memory with them.
 */
import type { Header } from "../../protocol/script/action.ts";
import { MAX_TOLD_HEADERS, MAX_TOLD_VALUE } from "../limits.ts";

/** Shortens a URL or the value of a header to what is told. */
export function toldValue(value: string, most = MAX_TOLD_VALUE): string {
  if (value.length <= most) return value;
  // By way of bytes: a slice alone would keep the whole string.
  const kept = Buffer.from(value.slice(0, most)).toString();
  return `${kept}… (${value.length - most} more characters are not kept)`;
}

/** Headers that are left out altogether become one whose name no header can have. */
export function toldHeaders(headers: readonly Header[]): Header[] {
  const told: Header[] = [];
  let room = MAX_TOLD_HEADERS;
  for (const [name, value] of headers) {
    if (room < name.length) {
      told.push(["…", `${headers.length - told.length} more headers are not kept`]);
      break;
    }
    room -= name.length;
    told.push([name, toldValue(value, Math.min(room, MAX_TOLD_VALUE))]);
    room = Math.max(0, room - value.length);
  }
  return told;
}
