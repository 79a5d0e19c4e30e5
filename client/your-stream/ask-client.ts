/**
 * A stranger's stream by fetch: any method, headers and body, once. It never asks again. A 200 is read on whatever its
 * type is, so that its times are seen.
 */
import { createParser } from "../../protocol/event-stream/parser.ts";
import { toldValueOf } from "../../protocol/redact.ts";
import type { Header } from "../../protocol/script/action.ts";
import { Secrets } from "../../protocol/secrets.ts";
import { NOT_AN_EVENT_STREAM } from "../../trace/run/reception.ts";
import type { Client, Recorder } from "../connections/client.ts";
import { now } from "../connections/clock.ts";
import { beginning, chunks } from "../connections/response.ts";
import type { AskRequest } from "./request.ts";

/** How much of an answer is read; then the page lets go. Bytes */
export const MOST_READ = 64 * 1024 * 1024;

/** @param tooMuch called where the page lets go because it has read all that it may */
export function askByFetch(
  request: AskRequest,
  record: Recorder,
  tooMuch: () => void,
  mostRead = MOST_READ,
): Client {
  const controller = new AbortController();
  const { signal } = controller;
  const secrets = new Secrets(request.headers, request.url);
  let isOpen = true;

  async function ask(): Promise<void> {
    const { method, url, told, body, credentials } = request;
    record({ kind: "ask", method, by: "browser", url: told });
    try {
      const headers = new Headers(
        request.headers.map(([name, value]): [string, string] => [name, value]),
      );
      if (!headers.has("Accept")) headers.set("Accept", "text/event-stream");
      const response = await fetch(url, {
        method,
        headers,
        body,
        credentials,
        signal,
        cache: "no-store",
      });
      record({ kind: "head", status: response.status, headers: toldHead(response, secrets) });
      if (!mayBeStream(response)) {
        const said = response.status === 204 ? "" : await beginning(response);
        record({ kind: "failure", name: NOT_AN_EVENT_STREAM, message: secrets.outOfText(said) });
        return;
      }
      await read(response);
    } catch (error) {
      if (signal.aborted) return;
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      record({ kind: "failure", name, message });
    }
  }

  async function read(response: Response): Promise<void> {
    let offset = 0;
    let readAt = 0;
    const parser = createParser({
      dispatch: ({ type, data, lastEventId }) =>
        record({ kind: "dispatch", type, data, lastEventId }, readAt),
      reconnectionTime: (ms) => record({ kind: "reconnection-time", ms }, readAt),
    });
    const body = secrets.outOfBody((bytes, at) => {
      record({ kind: "chunk", offset, bytes }, at);
      offset += bytes.length;
      readAt = at;
      parser.push(bytes);
    });
    try {
      for await (const bytes of chunks(response)) {
        body.push(bytes, now());
        if (offset <= mostRead) continue;
        close();
        return tooMuch();
      }
    } finally {
      if (!signal.aborted) body.end();
    }
    parser.end();
    record({ kind: "end" });
  }

  function close(): void {
    if (!isOpen) return;
    isOpen = false;
    controller.abort();
    record({ kind: "close" });
  }

  void ask().finally(() => {
    isOpen = false;
  });
  return { close };
}

/** Whether its times are worth reading on for: NDJSON, and events under another type. */
function mayBeStream({ status, headers }: Response): boolean {
  return status === 200 && !/^text\/html\b/i.test(headers.get("Content-Type") ?? "");
}

/** The head as it may be kept. */
function toldHead({ headers }: Response, secrets: Secrets): Header[] {
  return Array.from(
    headers,
    ([name, value]): Header => [name, secrets.outOfHead(toldValueOf(name, value))],
  );
}
