/** Keeps what this browser remembers of earlier visits; nothing where storage is refused, which does no harm. */
type Remembered = "visited" | "theme" | "sound" | "sizes" | "lessons";

const PREFIX = "sse-playground.";

/** Returns the value that was kept, or `undefined`. */
export function recall(what: Remembered): string | undefined {
  try {
    return localStorage.getItem(PREFIX + what) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a value for the next visit. */
export function remember(what: Remembered, value: string): void {
  try {
    localStorage.setItem(PREFIX + what, value);
  } catch {
    // A private window may refuse.
  }
}
