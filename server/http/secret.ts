/** Secrets: how they are made and compared. */
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** 192 random bits, in characters that cookies and URLs take as they are. */
export function newSecret(): string {
  return randomBytes(24).toString("base64url");
}

/** Tells whether they are the same; how long it takes says nothing of where they differ. */
export function isSameSecret(given: string, secret: string): boolean {
  return timingSafeEqual(digest(given), digest(secret));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
