/** Says what the relay says of itself: which model it asks, in which roles, and how long a prompt may be. */
import { getJson } from "../connections/json.ts";
import { ownApi } from "../connections/places.ts";

export type Role = { name: string; title: string };

/**
 * `isDemo`: an embedded model answers. `who`: in a room a real model is the presenter's, and guests are
 * answered by the demo model. `limits`: in characters, of a body's prompt and of one in a URL. `pass`: what
 * an EventSource's query has to hold, where this browser hides which page asks; else null.
 */
export type About = {
  model: string;
  isDemo: boolean;
  who: "anyone" | "presenter" | "guest";
  pass: string | null;
  roles: readonly Role[];
  limits: { message: number; query: number };
};

/** `GET /api/chat/about`. Rejects when the server does not answer. */
export function readAbout(): Promise<About> {
  return getJson(`${ownApi}/chat/about`);
}
