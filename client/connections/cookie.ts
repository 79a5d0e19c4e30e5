import { ownApi } from "./places.ts";

/** `POST /api/cookie`: takes a cookie that proves nothing. Rejects when the server does not answer. */
export async function takeCookie(): Promise<void> {
  await fetch(`${ownApi}/cookie`, { method: "POST" });
}
