/** Tells whether this page is the presenter's of a room, and how it becomes that: the server keeps it in a cookie. */
import { ownApi } from "./places.ts";

/** The names by which others in the room reach this machine; none where HOST opened it to nobody. Rejects alike. */
export async function readRoomHosts(): Promise<string[]> {
  const response = await fetch(`${ownApi}/presenter`, { cache: "no-store" });
  const { hosts }: { hosts: string[] } = await response.json();
  return hosts;
}

/** `GET /api/presenter`: true as well where there is no room. Rejects when the server does not answer. */
export async function readPresenter(): Promise<boolean> {
  const response = await fetch(`${ownApi}/presenter`, { cache: "no-store" });
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  const { isPresenter }: { isPresenter: boolean } = await response.json();
  return isPresenter;
}

/**
 * `POST /api/presenter`: hands over the token of the presenter's link. Rejects when the server does not
 * answer.
 * @returns why the server did not take it, in its own words; "" where it did
 */
export async function introduce(token: string): Promise<string> {
  const response = await fetch(`${ownApi}/presenter`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ token }),
  });
  if (response.ok) return "";
  const { detail }: { detail: string } = await response.json(); // a proxy's error page is none
  return detail;
}
