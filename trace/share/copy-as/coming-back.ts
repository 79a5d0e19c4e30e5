/** Writes a lane's client that comes back, as a script of its own. */

import { javascript, javascriptOf } from "../quote/javascript.ts";
import { closing, typesOf } from "./clients.ts";
import { newSource } from "./new-source.ts";
import type { Asked, ClientOptions } from "./request.ts";

/** Writes a new EventSource in the place of one that gave up. */
export function newEventSource(asked: Asked, options: ClientOptions): string {
  const { before, url, init } = newSource(asked, options);
  return `${before}const place = new URL(${url});
let tries = 0;

function connect() {
  const source = new EventSource(place${init});

  source.onopen = () => {
    tries = 0;
  };
  source.onerror = () => {
    if (source.readyState !== EventSource.CLOSED) return; // it asks again by itself
    if (tries === 10) return; // so many in a row did not open; it may have been a 204
    setTimeout(connect, Math.min(1000 * 2 ** tries++, 8000));
  };

  // It hears only the types that it listens for.
  for (const type of ${javascript(typesOf(options))}) {
    source.addEventListener(type, ({ type, lastEventId, data }) => {
      console.log(type, lastEventId, data);
      // A new EventSource sends no Last-Event-ID, so the id goes into the URL.
      place.searchParams.set("lastEventId", lastEventId);${closing(options, "\n      ")}
    });
  }
}
connect();`;
}

/** A fetch that does what the standard has an EventSource do when its stream ends. */
export function resumingFetch({ url, body }: Asked, { credentials }: ClientOptions): string {
  const included = credentials ? '\n    credentials: "include",' : "";
  const posted =
    body === null
      ? '\n    headers: { Accept: "text/event-stream", ...resume },'
      : `
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "text/event-stream", ...resume },
    body: JSON.stringify(${javascriptOf(body)}),`;
  return `// Only for a server that takes up a repeated request where the one before left off.
let lastEventId = "";
let reconnectionTime = 3000; // ms, until a retry field sets another

async function connect() {
  // The id as UTF-8: a header holds bytes.
  const bytes = new TextEncoder().encode(lastEventId);
  const resume = lastEventId === "" ? {} : { "Last-Event-ID": String.fromCharCode(...bytes) };
  const response = await fetch(${javascript(url)}, {${posted}${included}
  });
  const type = response.headers.get("Content-Type") ?? "";
  const isStream = response.status === 200 && /^text\\/event-stream *(;|$)/i.test(type);
  if (!isStream) {
    // 204 is such an answer: do not come back. A proxy's 502 or 504 says that the server is away.
    return [502, 504].includes(response.status) ? "away" : "failed";
  }
  await read(response.body);
}

async function read(body) {
  const decoder = new TextDecoder();
  let text = "";
  let afterCr = false;
  let id = lastEventId;
  let type = "";
  let data = [];

  function line(line) {
    const [, field, value] = /^([^:]*)(?:: ?(.*))?$/s.exec(line);
    if (line === "") {
      lastEventId = id; // only a whole block counts
      if (data.length > 0) console.log(type || "message", id, data.join("\\n"));
      type = "";
      data = [];
    } else if (field === "data") data.push(value ?? "");
    else if (field === "event") type = value ?? "";
    else if (field === "id" && !value?.includes("\\0")) id = value ?? "";
    else if (field === "retry" && /^\\d+$/.test(value)) reconnectionTime = Number(value);
  }

  for await (const bytes of body) {
    let more = decoder.decode(bytes, { stream: true });
    if (afterCr && more.startsWith("\\n")) more = more.slice(1); // the CRLF was cut in two
    afterCr = more.endsWith("\\r");
    const lines = (text + more).split(/\\r\\n|\\n|\\r/);
    text = lines.pop();
    lines.forEach(line);
  }
}

for (let tries = 0; ; ) {
  const answer = await connect().catch((error) => console.log(error.name));
  if (answer === "failed" || tries === 10) break; // so many in a row found it away
  tries = answer === "away" ? tries + 1 : 0;
  const ms = answer === "away" ? Math.min(1000 * 2 ** (tries - 1), 8000) : reconnectionTime;
  await new Promise((resolve) => setTimeout(resolve, ms));
}`;
}
