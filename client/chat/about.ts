/** What the relay says of itself: which model it asks, in which roles, and how long a prompt may be. */
import { ownApi } from "../connections/places.ts";

export type Role = { name: string; title: string };

/**
 * `isDemo`: no key is set, so an embedded model answers. `limits`: in characters, of a body's prompt and of
 * one in a URL.
 */
export type About = {
  model: string;
  isDemo: boolean;
  roles: readonly Role[];
  limits: { message: number; query: number };
};

/** `GET /api/chat/about`. Rejects when the server does not answer. */
export async function readAbout(): Promise<About> {
  const response = await fetch(`${ownApi}/chat/about`, { cache: "no-store" });
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  return await response.json();
}
