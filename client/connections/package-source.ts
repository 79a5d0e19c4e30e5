/**
 * The npm package `eventsource`, which is built on fetch and so can send what the browser's own
 * EventSource cannot: an `Authorization` header. Loaded when it is chosen.
 */
import { EventSource } from "eventsource";
import type { Maker } from "./client.ts";

/** It proves nothing to anybody: it shows that the header arrives. */
const AUTHORIZATION = "Bearer demo-value-of-the-sse-playground";

export function packageSource(withCredentials: boolean): Maker {
  const create = (url: string) =>
    new EventSource(url, {
      withCredentials,
      fetch: (input, init) =>
        fetch(input, { ...init, headers: { ...init.headers, Authorization: AUTHORIZATION } }),
    });
  return { by: "package", create };
}
