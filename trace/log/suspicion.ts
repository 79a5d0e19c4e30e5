/** Says what is to be suspected of a block that was sent, beside what its lines are suspected of. */
import { type LineSuspicion, suspicionOfLine } from "../../protocol/event-stream/suspicion.ts";
import type { Block, Line } from "../run/reading.ts";

export type Suspicion =
  | LineSuspicion
  /** A block has an event type and no data. */
  | { kind: "type-without-data"; type: string };

export function suspicionOf({ wire, bytes }: Line): Suspicion | null {
  const isUnknown = wire.kind === "unknown-field";
  const hasMore = isUnknown && bytes.length > new TextEncoder().encode(wire.name).length;
  return suspicionOfLine(wire, hasMore);
}

/** Returns what is to be suspected of a block and its lines, in their order. `isOver`: nothing more will be written. */
export function suspicionsOfBlock(block: Block, isOver: boolean): Suspicion[] {
  const ofLines = block.lines.map(suspicionOf).filter((one) => one !== null);
  const last = block.lines.findLast(({ wire }) => wire.kind === "event")?.wire;
  const type = last?.kind === "event" ? last.value : "";
  if (block.isEnded && block.event === null && type !== "") {
    return [...ofLines, { kind: "type-without-data", type }];
  }
  const isUnfinished = isOver && !block.isEnded && !block.isComment;
  if (isUnfinished && ofLines.every(({ kind }) => kind !== "no-blank-line")) {
    return [...ofLines, { kind: "no-blank-line" }];
  }
  return ofLines;
}
