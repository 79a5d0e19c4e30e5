/**
 * The POST lane: fetch, its ReadableStream, and our parser. It does not reconnect, because a bare
 * fetch does not.
 */
import { createParser } from "../../protocol/event-stream/parser.ts";
import type { Header } from "../../protocol/script/action.ts";
import type { Client, Recorder } from "./client.ts";

/** How much of an answer that is no event stream is read to tell what it says. Bytes. */
const EXPLANATION_LIMIT = 4096;

/** Posts `body` as JSON and reads the answer as an event stream. */
export function openFetch(
  url: string,
  body: Readonly<Record<string, unknown>>,
  withCredentials: boolean,
  record: Recorder,
): Client {
  const controller = new AbortController();
  let open = true;

  async function play(): Promise<void> {
    record({ kind: "ask", method: "POST", url });
    const response = await fetch(url, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "text/event-stream" },
      body: JSON.stringify(body),
      // Firefox makes a second request of the same URL wait for the first one otherwise (facts.md, 6).
      cache: "no-store",
      credentials: withCredentials ? "include" : "same-origin",
      signal: controller.signal,
    });
    const headers: Header[] = [...response.headers];
    record({ kind: "head", status: response.status, headers });
    if (!isEventStream(response)) {
      const said = response.status === 204 ? "" : await beginning(response);
      record({ kind: "failure", name: "NotAnEventStream", message: said });
      return;
    }
    await read(response);
    record({ kind: "end" });
  }

  async function read(response: Response): Promise<void> {
    const parser = createParser({
      dispatch: ({ type, data, lastEventId }) =>
        record({ kind: "dispatch", type, data, lastEventId }),
      reconnectionTime: (ms) => record({ kind: "reconnection-time", ms }),
    });
    let offset = 0;
    for await (const bytes of chunks(response)) {
      record({ kind: "chunk", offset, bytes });
      offset += bytes.length;
      parser.push(bytes);
    }
    parser.end();
  }

  play()
    .catch((error: unknown) => {
      if (controller.signal.aborted) return;
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      record({ kind: "failure", name, message });
    })
    .finally(() => {
      open = false;
    });

  return {
    close() {
      if (!open) return;
      open = false;
      controller.abort();
      record({ kind: "close" });
    },
  };
}

/** By the rule that EventSource obeys: status 200 and the type text/event-stream. */
function isEventStream(response: Response): boolean {
  const [essence = ""] = (response.headers.get("Content-Type") ?? "").split(";");
  return response.status === 200 && essence.trim().toLowerCase() === "text/event-stream";
}

/** The first bytes of an answer as text: an error page, or a problem document. */
async function beginning(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const bytes of chunks(response)) {
    text += decoder.decode(bytes, { stream: true });
    if (text.length >= EXPLANATION_LIMIT) break; // which cancels the body
  }
  return text.slice(0, EXPLANATION_LIMIT);
}

/** What each read of the body returns. By hand, since not every browser can iterate a ReadableStream. */
async function* chunks(response: Response): AsyncGenerator<Uint8Array<ArrayBuffer>, void, void> {
  const reader = response.body?.getReader();
  if (reader === undefined) return;
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
  } finally {
    await reader.cancel().catch(() => {}); // after an error there is nothing left to cancel
  }
}
