/** The ids of the events of a chat: which answer, and which event of it. They mean the same after a restart. */

/** In the place of a number: nothing follows. */
export const LAST = "end";

/** `answer` is "" where no answer of ours has such an id. */
export type Place = { answer: string; after: number | typeof LAST };

export function eventId(answer: string, number: number | typeof LAST): string {
  return `${answer}:${number}`;
}

/** Where somebody wants to go on; null for who has read nothing yet. */
export function placeOf(lastEventId: string): Place | null {
  if (lastEventId === "") return null;
  const [, answer = "", after = "0"] = /^([0-9a-f]{32})?:(\d{1,9}|end)$/.exec(lastEventId) ?? [];
  return { answer, after: after === LAST ? LAST : Number(after) };
}
