/** Says how chat services end an answer. To the standard it is data like any other. */
export const DONE = "[DONE]";

export function isDone({ type, data }: { type: string; data: string }): boolean {
  return type === "message" && data === DONE;
}
