/** Says what a whole stream was surely not meant to be: no line of it is a field, so it can never bring an event. */
import type { WireLine } from "../../protocol/event-stream/wire-line.ts";
import type { AttemptView } from "../run/attempt.ts";
import { isProblem } from "../run/problem.ts";
import { type Line, Reading } from "../run/reading.ts";
import type { Run } from "../run/run.ts";
import { countUntil } from "../run/search.ts";

/** - `json`: a JSON text · `html`: a page, most likely an error's · `no-field`: text without `data: ` */
export type StreamSuspicion = "json" | "html" | "no-field";

const BEGINNING = 4096; // bytes of a body that tell what it is

/** Returns what is to be suspected of a body that has these lines; `null` where one of them is a field or a comment. */
export function suspicionOfStream(lines: readonly WireLine[]): StreamSuspicion | null {
  const texts: string[] = [];
  for (const line of lines) {
    switch (line.kind) {
      case "unknown-field":
        texts.push(line.name);
        break;
      case "unfinished":
        texts.push(line.text);
        break;
      case "block-end":
      case "line-feed":
      case "byte-order-mark":
        break;
      default:
        return null;
    }
  }
  const [first, second = ""] = texts.filter((text) => text.trim() !== "");
  // The last line of a body that was cut may well have been a field.
  if (first === undefined || /^(data|event|id|retry|:)/.test(first)) return null;
  if (/^\s*<(!doctype|html|head|body|\?xml)\b/i.test(first)) return "html";
  // JSON that begins anew on the next line is a message a line: it lacks `data: `, nothing else.
  return /^\s*[{[]/.test(first) && !/^[{[]/.test(second) ? "json" : "no-field";
}

/** Returns what is to be suspected of the first stream of a run that brought no event. */
export function suspicionIn(run: Run): StreamSuspicion | null {
  for (const lane of run.lanes) {
    const [attempt] = lane.attempts;
    if (attempt === undefined || attempt.written.length > 0 || attempt.arrived.length > 0) continue;
    if (isProblem(attempt.head)) continue;
    const suspicion = suspicionOfStream(beginningOf(attempt));
    if (suspicion !== null) return suspicion;
  }
  return null;
}

/** The lines at the beginning of a body, as the server wrote it, or as fetch read it where it is none of ours. */
function beginningOf({ connection, ending }: AttemptView): WireLine[] {
  if (connection !== null && connection.bytes > 0) {
    const { lines } = connection.reading;
    return lines
      .slice(
        0,
        countUntil(lines, BEGINNING, ({ wire }) => wire.start),
      )
      .map(wireOf);
  }
  if (ending?.how !== "failure" || ending.name !== "NotAnEventStream") return [];
  const said = new Reading("");
  said.push(ending.at, 0, new TextEncoder().encode(ending.message));
  said.end(ending.at);
  return said.lines.map(wireOf);
}

function wireOf({ wire }: Line): WireLine {
  return wire;
}
