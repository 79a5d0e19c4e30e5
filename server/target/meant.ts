/** Whether an answer is a stream, or is meant as one: by its head, and where that does not tell, by how it comes. */
import type { IncomingHttpHeaders } from "node:http";
import type { Meant } from "../../trace/run/passing.ts";
import { STREAMED_JSON } from "../limits.ts";

const NDJSON =
  /^application\/((x-)?ndjson|(x-)?jsonl(ines)?|(x-)?json-?lines|json-seq|(x-json-)?stream(\+json)?|x-json-stream)$/;
const JSON_TYPE = /^application\/(json|[\w.-]+\+json)$/;
/** Types that servers send `data:` lines under, where they forget their own. */
const OTHER_TYPE = /^(text\/[\w.+-]+|application\/octet-stream|application\/json|)$/;
/** How a body of an event stream begins; a byte order mark may come first. */
const FIELD = /^\u{feff}?(\r?\n)*(data|event|id|retry)?:/u;

/** `unsure`: how it comes will tell. */
export function meantByHead(
  asked: boolean,
  status: number,
  headers: IncomingHttpHeaders,
): Meant | "unsure" | null {
  const type = typeOf(headers);
  if (type === "text/event-stream") return "event-stream";
  if (NDJSON.test(type)) return "ndjson";
  if (asked) return "asked";
  const isWhole = headers["content-length"] !== undefined && JSON_TYPE.test(type);
  if (status !== 200 || isWhole) return null;
  return OTHER_TYPE.test(type) || JSON_TYPE.test(type) ? "unsure" : null;
}

/** @param body how it begins, decoded  @param ms how long it has been coming for */
export function meantByBody(
  headers: IncomingHttpHeaders,
  body: Uint8Array,
  ms: number,
): Meant | "unsure" | null {
  const text = Buffer.from(body.subarray(0, 256)).toString("utf8");
  if (FIELD.test(text)) return "data-lines";
  if (JSON_TYPE.test(typeOf(headers))) return ms >= STREAMED_JSON ? "json" : "unsure";
  // So much is enough to tell what no event stream begins with.
  return text.length < 8 ? "unsure" : null;
}

function typeOf({ "content-type": type = "" }: IncomingHttpHeaders): string {
  return (type.split(";")[0] ?? "").trim().toLowerCase();
}
