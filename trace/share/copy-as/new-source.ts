/** Writes how an EventSource is made, in code that runs by itself: where it comes from, what it asks for, and with what. */
import { javascript, javascriptOf } from "../quote/javascript.ts";
import type { Asked, ClientOptions } from "./request.ts";

/** `before`: what stands above it. `url` and `init`: what it is made with; `init` begins with its comma. */
type NewSource = { before: string; url: string; init: string };

export function newSource(asked: Asked, { credentials }: ClientOptions): NewSource {
  const { url, left, isAuthorized } = asked;
  const cookies = credentials ? ", { withCredentials: true }" : "";
  return {
    before: `${isAuthorized ? ownSource(credentials) : ""}${left === null ? "" : leaving(url, left)}`,
    url: left === null ? javascript(url) : "url",
    init: isAuthorized ? ", init" : cookies,
  };
}

/** Writes it with the npm package, which takes the header. */
function ownSource(credentials: boolean): string {
  return `// For Node: npm install eventsource, and save this as client.mjs.
import { EventSource } from "eventsource";

// The browser's own EventSource cannot send a header.
const Authorization = "Bearer your-key";
const init = {${credentials ? "\n  withCredentials: true," : ""}
  fetch: (url, init) => fetch(url, { ...init, headers: { ...init.headers, Authorization } }),
};

`;
}

/** Writes the first of two steps, which leaves the message. */
function leaving(place: string, body: string): string {
  const { origin, pathname, search } = new URL(place);
  const options = search === "" ? "" : ` + ${javascript(search)}`;
  return `// An EventSource can send no body: the message is left with the server first.
const left = await fetch(${javascript(`${origin}${pathname}`)}, {
  method: "POST",
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify(${javascriptOf(body)}),
});
const url = new URL(left.headers.get("Location")${options}, left.url);

`;
}
