/** Tells whether this page is the presenter's of a room, and how it becomes that: the server keeps it in a cookie. */
import { getJson, postJson, refusalIn } from "./json.ts";
import { ownApi } from "./places.ts";

/** `hosts`: none where HOST opened this machine to nobody; `isPresenter`: `true` as well where there is no room. */
type Presenter = { hosts: string[]; isPresenter: boolean };

/** Rejects when the server does not answer. */
export function readPresenter(): Promise<Presenter> {
  return getJson(`${ownApi}/presenter`);
}

/**
 * Rejects when the server does not answer.
 * @returns why the server did not take the token, in its own words; "" where it did
 */
export async function introduce(token: string): Promise<string> {
  return refusalIn(await postJson(`${ownApi}/presenter`, { token }));
}
