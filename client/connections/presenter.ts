/** Tells whether this page is the presenter's of a room, and how it becomes that: the server keeps it in a cookie. */
import { getJson, postJson, refusalIn } from "./json.ts";
import { ownApi } from "./places.ts";

/** Reads the names by which others in the room reach this machine; none where HOST opened it to nobody. */
export async function readRoomHosts(): Promise<string[]> {
  return (await read()).hosts;
}

/** `GET /api/presenter`: true as well where there is no room. Rejects when the server does not answer. */
export async function readPresenter(): Promise<boolean> {
  return (await read()).isPresenter;
}

/**
 * `POST /api/presenter`: hands over the token of the presenter's link. Rejects when the server does not
 * answer.
 * @returns why the server did not take it, in its own words; "" where it did
 */
export async function introduce(token: string): Promise<string> {
  return refusalIn(await postJson(`${ownApi}/presenter`, { token }));
}

function read(): Promise<{ hosts: string[]; isPresenter: boolean }> {
  return getJson(`${ownApi}/presenter`);
}
