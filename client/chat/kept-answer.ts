/**
 * An answer that was still under way when its page was left: the relay knows it by the last event ID, so
 * that the page, once it is loaded again, can go on with it and need not ask the model twice.
 */
import { Answer } from "../../trace/chat/answer.ts";
import type { LaneName } from "../../trace/run/records.ts";
import type { Run } from "../../trace/run/run.ts";

/** The longest answer that is kept. Characters of JSON */
const MAX_KEPT = 200_000;

const PLACE = "sse-playground.answer";

/** What is kept of each lane is the text that had arrived. A lane that is left out had its whole answer. */
export type Kept = {
  message: string;
  role: string;
  lanes: Partial<Record<LaneName, { lastEventId: string; text: string }>>;
};

/** Keeps what has arrived in `run` for this tab, unless all has. `before`: what had arrived before the run. */
export function keep(run: Run, asked: Pick<Kept, "message" | "role">, before: Kept | undefined) {
  if (run.stoppedAt !== null) return;
  const lanes: Kept["lanes"] = {};
  for (const lane of run.lanes) {
    const { tokens, doneAt, failure } = new Answer(lane).read();
    const { lastEventId, name } = lane;
    if (doneAt !== null || failure !== null || lastEventId === "") continue;
    const text = tokens.map(({ text }) => text).join("");
    lanes[name] = { lastEventId, text: (before?.lanes[name]?.text ?? "") + text };
  }
  const kept = JSON.stringify({ ...asked, lanes });
  if (Object.keys(lanes).length === 0 || kept.length > MAX_KEPT) return;
  try {
    sessionStorage.setItem(PLACE, kept);
  } catch {
    // A private window may refuse: then nothing is offered.
  }
}

/** It can be taken once. */
export function takeKept(): Kept | undefined {
  try {
    const kept = sessionStorage.getItem(PLACE);
    sessionStorage.removeItem(PLACE);
    return kept === null ? undefined : JSON.parse(kept);
  } catch {
    return undefined;
  }
}
