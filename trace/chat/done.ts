/** Says how chat services end an answer. To the standard it is data like any other. */
export const DONE = "[DONE]";

/** Tells whether an event says that the answer is complete. */
export function isDone({ type, data }: { type: string; data: string }): boolean {
  return type === "message" && data === DONE;
}
