/** Writes a lane's client as a script of its own, for a browser's console on this page. */
import { javascript, javascriptOf } from "../quote/javascript.ts";
import { newSource } from "./new-source.ts";
import type { Asked, ClientOptions } from "./request.ts";

/** Writes an EventSource that listens for every type of the script. */
export function eventSourceClient(asked: Asked, options: ClientOptions): string {
  const { before, url, init } = newSource(asked, options);
  return `${before}const source = new EventSource(${url}${init});

source.onopen = () => console.log("open");
source.onerror = () =>
  console.log(source.readyState === EventSource.CLOSED ? "gave up" : "will ask again");

// It hears only the types that it listens for.
for (const type of ${javascript(typesOf(options))}) {
  source.addEventListener(type, ({ type, lastEventId, data }) => {
    console.log(type, lastEventId, data);${closing(options, "\n    ")}
  });
}`;
}

/** Returns what an EventSource has to listen for. */
export function typesOf({ eventTypes }: ClientOptions): string[] {
  return ["message", ...eventTypes.filter((type) => type !== "message")];
}

/** The line that closes at the data that says so; "" where none does. */
export function closing({ done }: ClientOptions, indent: string): string {
  if (done === null) return "";
  return `${indent}if (data === ${javascript(done)}) source.close(); // or it would ask again`;
}

export function fetchReader({ url, body }: Asked, { credentials }: ClientOptions): string {
  const included = credentials ? '\n  credentials: "include",' : "";
  const posted =
    body === null
      ? '\n  headers: { Accept: "text/event-stream" },'
      : `
  method: "POST",
  headers: { "Content-Type": "application/json", Accept: "text/event-stream" },
  body: JSON.stringify(${javascriptOf(body)}),`;
  return `const response = await fetch(${javascript(url)}, {${posted}${included}
});

// A chunk is what one read returns: part of an event, or many. A parser makes events of them.
const decoder = new TextDecoder();
for await (const bytes of response.body) {
  console.log(decoder.decode(bytes, { stream: true }));
}`;
}
