/** Says what is to be suspected of a block that was sent, beside what its lines are suspected of. */
import { type LineSuspicion, suspicionOfLine } from "../../protocol/event-stream/suspicion.ts";
import type { WireLine } from "../../protocol/event-stream/wire-line.ts";
import type { Block, Line } from "../run/reading.ts";

export type Suspicion =
  | LineSuspicion
  /** A block with an event type, without data. */
  | { kind: "type-without-data"; type: string };

export function suspicionOf({ wire, bytes }: Line): Suspicion | null {
  const isUnknown = wire.kind === "unknown-field";
  return suspicionOfLine(wire, isUnknown && bytes.length > encodedLength(wire.name));
}

/** Returns what is to be suspected of a block and its lines, in their order. `isOver`: nothing more will be written. */
export function suspicionsOfBlock(block: Block, isOver: boolean): Suspicion[] {
  const ofLines = block.lines.map(suspicionOf).filter((one) => one !== null);
  const type = lastType(block.lines.map(({ wire }) => wire));
  if (block.isEnded && block.event === null && type !== "") {
    return [...ofLines, { kind: "type-without-data", type }];
  }
  const isUnfinished = isOver && !block.isEnded && !block.isComment;
  if (isUnfinished && ofLines.every(({ kind }) => kind !== "no-blank-line")) {
    return [...ofLines, { kind: "no-blank-line" }];
  }
  return ofLines;
}

function lastType(lines: readonly WireLine[]): string {
  const last = lines.findLast(({ kind }) => kind === "event");
  return last?.kind === "event" ? last.value : "";
}

function encodedLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
