/**
 * Resuming: a request with Last-Event-ID goes on behind the block in which this attempt's lines send
 * that id.
 *
 *     @repeat 5
 *     id: {{n}}
 *     data: x
 *     (blank line)
 *                      ← Last-Event-ID: 3 goes on here, the third time round
 *     @wait 500ms
 *     @end
 *
 * The text is searched, not played: a repeat without end costs as little as one of five.
 */
import { endOf, type Frame, lastCount, type Place, placeAfterNext } from "./play-order.ts";
import type { RepeatStep, Step } from "./script.ts";
import { render, type Template, uses } from "./template.ts";
import { everyStep } from "./walk.ts";

/** What of the request an id can be made of. */
type Asked = { attempt: number; lastEventId: string };

/** `line` is where the `id` field stands. */
export type Resumption = { line: number; place: Place };

/** Tells whether a last event ID is looked at on an attempt that plays these steps. */
export function resumes(steps: readonly Step[]): boolean {
  return ![...everyStep(steps)].some(({ step }) => step.kind === "resume-off");
}

/** Returns where to go on; null where these steps never send that id. An id sent twice counts where it is last. */
export function findResumption(steps: readonly Step[], asked: Asked): Resumption | null {
  let last: Resumption | null = null;
  for (const { line, place } of placesOf(steps, asked, [], undefined)) {
    if (last === null || isLater(place, last.place)) last = { line, place };
  }
  if (last === null) return null;
  // A block that no blank line ends: nothing is left to play.
  const place = placeAfterNext(last.place, ({ kind }) => kind === "blank") ?? endOf(steps);
  return { line: last.line, place };
}

/** The place behind each `id` field that can send the id, on the time round on which it does so. */
function* placesOf(
  steps: readonly Step[],
  asked: Asked,
  outer: Place,
  repeat: RepeatStep | undefined,
): Generator<Resumption, void> {
  const times = repeat?.times ?? 1;
  const lastTime = repeat ? lastCount(repeat) : 1;
  for (const [before, step] of steps.entries()) {
    const behind = { steps, index: before + 1, times };
    if (step.kind === "repeat") {
      yield* placesOf(step.body, asked, [...outer, { ...behind, count: lastTime }], step);
    } else if (step.kind === "wire" && step.field === "id") {
      if (uses(step.value, "now", "uuid")) continue; // those never come again
      const count = uses(step.value, "n") ? countThatGives(step.value, asked) : lastTime;
      if (count === null || count > times) continue;
      if (textOf(step.value, asked, count) !== asked.lastEventId) continue;
      yield { line: step.line, place: [...outer, { ...behind, count }] };
    }
  }
}

/** The count with which a template gives the id: the digits that stand where its `{{n}}` does. */
function countThatGives(value: Template, asked: Asked): number | null {
  const isCount = (piece: Template[number]) =>
    typeof piece !== "string" && piece.placeholder === "n";
  const before = textOf(value.slice(0, value.findIndex(isCount)), asked, 0);
  const [digits = ""] = /^[1-9]\d*/.exec(asked.lastEventId.slice(before.length)) ?? [];
  for (let length = 1; length <= digits.length; length++) {
    const count = Number(digits.slice(0, length));
    if (!Number.isSafeInteger(count)) break;
    if (textOf(value, asked, count) === asked.lastEventId) return count;
  }
  return null;
}

function textOf(value: Template, asked: Asked, n: number): string {
  return render(value, { n, ...asked, now: () => 0, uuid: () => "" });
}

function isLater(place: Place, than: Place): boolean {
  for (const [depth, frame] of place.entries()) {
    const other: Frame | undefined = than[depth];
    if (other === undefined) break;
    if (frame.count !== other.count) return frame.count > other.count;
    if (frame.index !== other.index) return frame.index > other.index;
  }
  return false;
}
