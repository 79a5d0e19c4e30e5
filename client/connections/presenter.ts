/** Tells whether this page is the presenter's of a room, and how it becomes that: the server keeps it in a cookie. */
import { getJson, postJson, refusalIn } from "./json.ts";
import { ownApi } from "./places.ts";

/** There are none where HOST opened this machine to nobody. */
export async function readRoomHosts(): Promise<string[]> {
  return (await read()).hosts;
}

/** It is true as well where there is no room. Rejects when the server does not answer. */
export async function readPresenter(): Promise<boolean> {
  return (await read()).isPresenter;
}

/**
 * Rejects when the server does not answer.
 * @returns why the server did not take the token, in its own words; "" where it did
 */
export async function introduce(token: string): Promise<string> {
  return refusalIn(await postJson(`${ownApi}/presenter`, { token }));
}

function read(): Promise<{ hosts: string[]; isPresenter: boolean }> {
  return getJson(`${ownApi}/presenter`);
}
