/**
 * The npm package `eventsource`, which is built on fetch and so can send what the browser's own
 * EventSource cannot: an `Authorization` header. Loaded when it is chosen.
 */
import { EventSource } from "eventsource";

/** It proves nothing to anybody: it shows that the header arrives. */
const AUTHORIZATION = "Bearer demo-value-of-the-sse-playground";

/** Opens it, with the header on each of its requests. */
export function packageSource(url: string, withCredentials: boolean): EventSource {
  return new EventSource(url, {
    withCredentials,
    fetch: (input, init) =>
      fetch(input, { ...init, headers: { ...init.headers, Authorization: AUTHORIZATION } }),
  });
}
