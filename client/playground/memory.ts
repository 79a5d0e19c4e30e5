/** Keeps what this browser remembers of earlier visits; nothing where storage is refused, which does no harm. */
type Remembered = "visited" | "theme" | "sound" | "sizes" | "lessons";

const PREFIX = "sse-playground.";

export function recall(what: Remembered): string | undefined {
  try {
    return localStorage.getItem(PREFIX + what) ?? undefined;
  } catch {
    return undefined;
  }
}

export function remember(what: Remembered, value: string): void {
  try {
    localStorage.setItem(PREFIX + what, value);
  } catch {
    // A private window may refuse.
  }
}
