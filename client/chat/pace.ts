/** Says how the demo model is told to speak slowly: by a word at the end of the prompt. */

const SLOW = " (slow)";

export function withPace(prompt: string, slow: boolean): string {
  return slow ? prompt + SLOW : prompt;
}

export function readPace(message: string): { prompt: string; slow: boolean } {
  const slow = message.endsWith(SLOW);
  return { prompt: slow ? message.slice(0, -SLOW.length) : message, slow };
}
